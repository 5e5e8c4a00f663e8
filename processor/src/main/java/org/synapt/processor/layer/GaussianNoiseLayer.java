package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.RandomNormal;
import org.synapt.processor.shape.Shape;

/**
 * y = x + noise or y = x · noise while training, y = x while predicting; {@code x [b, …] → y [b,
 * …]}.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}.
 */
final class GaussianNoiseLayer implements Layer {
  /** What is done with the noise. */
  enum Kind {
    /** Adds noise of mean 0 and a deviation that is stated. */
    NOISE("GaussianNoise", "stddev", 0, Elementwise.of("x + noise", "x", "noise")),
    /** Multiplies with noise of mean 1 and as much deviation as the mask of a dropout has. */
    DROPOUT("GaussianDropout", "rate", 1, Elementwise.of("x * noise", "x", "noise"));

    private final String annotation;
    private final String attribute;
    private final float mean;
    private final Elementwise formula;

    Kind(String annotation, String attribute, float mean, Elementwise formula) {
      this.annotation = annotation;
      this.attribute = attribute;
      this.mean = mean;
      this.formula = formula;
    }
  }

  private final Kind kind;

  GaussianNoiseLayer(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String annotation() {
    return kind.annotation;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound =
        kind == Kind.NOISE
            ? Bounds.notNegative(use.layer(), kind.attribute, problems)
            : Bounds.share(use.layer(), kind.attribute, problems);
    return sound ? Optional.of(use.shape(0)) : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "%s%s(%s)"
        .formatted(
            Character.toLowerCase(kind.annotation.charAt(0)),
            kind.annotation.substring(1),
            layer.decimal(kind.attribute));
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    float deviation = deviation(layer.decimal(kind.attribute));
    if (!lowering.training() || deviation == 0) {
      return x;
    }
    RandomNormal normal = new RandomNormal(kind.mean, deviation, lowering.stream(), x.shape());
    return lowering.emit("noisy", kind.formula, x, lowering.emit("noise", normal));
  }

  private float deviation(double attribute) {
    return (float) (kind == Kind.NOISE ? attribute : Math.sqrt(attribute / (1 - attribute)));
  }
}
