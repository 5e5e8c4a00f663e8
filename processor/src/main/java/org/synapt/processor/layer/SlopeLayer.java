package org.synapt.processor.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.shape.Shape;

/**
 * An activation with one number of its own: {@code x [b, …] → y [b, …]}.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}.
 */
final class SlopeLayer implements Layer {
  private final String annotation;
  private final String attribute;
  private final DoubleFunction<Elementwise> formula;

  private SlopeLayer(String annotation, String attribute, DoubleFunction<Elementwise> formula) {
    this.annotation = annotation;
    this.attribute = attribute;
    this.formula = formula;
  }

  static SlopeLayer leakyRelu() {
    return new SlopeLayer("LeakyReLU", "alpha", Activations::leakyRelu);
  }

  static SlopeLayer elu() {
    return new SlopeLayer("ELU", "alpha", Activations::elu);
  }

  static SlopeLayer thresholdedRelu() {
    return new SlopeLayer("ThresholdedReLU", "theta", Activations::thresholdedRelu);
  }

  @Override
  public String annotation() {
    return annotation;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    return Bounds.notNegative(use.layer(), attribute, problems)
        ? Optional.of(use.shape(0))
        : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "%s(%s)".formatted(name(), layer.decimal(attribute));
  }

  @Override
  public boolean isAlikeAtEveryStep() {
    return true;
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    return lowering.emit(name(), formula.apply(layer.decimal(attribute)), operands.get(0));
  }

  private String name() {
    return annotation.toLowerCase(Locale.ROOT);
  }
}
