package org.synapt.processor.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Gather;
import org.synapt.processor.shape.Shape;

/**
 * y[i] = embeddings[x[i]].
 *
 * <pre>x [b, …], whole numbers   embeddings [inputDim, outputDim]   →   y [b, …, outputDim]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#EmbeddingOfComputed}, {@link
 * Code#TooManyElements}, and those of {@link ParameterAttributes}.
 */
final class EmbeddingLayer implements Layer {
  private static final String EMBEDDINGS = "embeddings";

  /** To there floats count one by one. */
  private static final int MOST_ROWS = 1 << 24;

  static final Elementwise MASK = Elementwise.of("x > 0 ? 1 : 0", "x");

  @Override
  public String annotation() {
    return "Embedding";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound =
        rows(use, problems)
            & Bounds.positive(layer, "outputDim", problems)
            & Regularization.check(layer, "activityRegularizer", problems)
            & isInput(use, problems)
            & hasSteps(use, problems);
    if (!sound) {
      return Optional.empty();
    }
    String name = use.row() + "." + EMBEDDINGS;
    return Sizes.checked(name, table(layer), layer.origin("inputDim"), problems).isPresent()
            && ParameterAttributes.of(layer, EMBEDDINGS).check(name, table(layer), problems)
        ? Sizes.checked(
            use.row(), vectors(layer, use.shape(0)), layer.origin("outputDim"), problems)
        : Optional.empty();
  }

  /** Whether there are as many rows as floats can count. */
  static boolean rows(Use use, Problems problems) {
    Mention layer = use.layer();
    if (!Bounds.positive(layer, "inputDim", problems)) {
      return false;
    }
    if (layer.integer("inputDim") <= MOST_ROWS) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        layer.origin("inputDim"),
        String.format(
            Locale.ROOT,
            "inputDim = %,d is above %,d, where floats leave whole numbers out",
            layer.integer("inputDim"),
            MOST_ROWS),
        "keep the numbers below 2^24: let those that are rare share one");
    return false;
  }

  /** Whether what is looked up comes from outside. */
  static boolean isInput(Use use, Problems problems) {
    Use.Argument x = use.operands().get(0);
    if (x.maker().isEmpty() || x.maker().get().is("Input")) {
      return true;
    }
    problems.add(
        Code.EmbeddingOfComputed,
        x.origin(),
        "%s is computed by @%s, but an embedding takes whole numbers"
            .formatted(x.name(), x.maker().get().name()),
        use.tracing("name an @Input row"));
    return false;
  }

  private static boolean hasSteps(Use use, Problems problems) {
    if (!use.layer().flag("maskZero") || use.shape(0).rank() == 1) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        use.layer().origin("maskZero"),
        "maskZero = true, but %s holds no single sequence".formatted(use.operandText()),
        "mask an input of one axis, the steps");
    return false;
  }

  private static Shape table(Mention layer) {
    return Shape.of(layer.integer("inputDim"), layer.integer("outputDim"));
  }

  private static Shape vectors(Mention layer, Shape x) {
    return x.inserting(x.rank(), layer.integer("outputDim"));
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    return List.of(ParameterAttributes.of(layer, EMBEDDINGS).table(EMBEDDINGS, table(layer)));
  }

  @Override
  public String describe(Mention layer) {
    return String.format(
        Locale.ROOT,
        "embedding(%d, %d)%s",
        layer.integer("inputDim"),
        layer.integer("outputDim"),
        layer.flag("maskZero") ? ", maskZero" : "");
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Value y = lowering.emit("vectors", new Gather(), lowering.parameter(EMBEDDINGS), x);
    return layer.flag("maskZero") ? lowering.masked(y, lowering.emit("mask", MASK, x)) : y;
  }
}
