package org.synapt.processor.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.FirstRows;
import org.synapt.processor.op.Gather;
import org.synapt.processor.shape.Shape;

/**
 * y[t] = tokens[x[t]] + positions[t].
 *
 * <pre>
 * x [b, T], whole numbers   tokens [inputDim, outputDim]   positions [sequenceLength, outputDim]
 * →   y [b, T, outputDim], T up to sequenceLength
 * </pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#EmbeddingOfComputed}, {@link
 * Code#NotAVector}, {@link Code#TooManyElements}, and those of {@link ParameterAttributes}.
 */
final class PositionalEmbeddingLayer implements Layer {
  private static final String EMBEDDINGS = "embeddings";
  private static final String TOKENS = "tokens";
  private static final String POSITIONS = "positions";
  private static final String LENGTH = "sequenceLength";
  private static final Elementwise SUM = Elementwise.of("token + position", "token", "position");

  @Override
  public String annotation() {
    return "PositionalEmbedding";
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound =
        EmbeddingLayer.rows(use, problems)
            & Bounds.positive(layer, "outputDim", problems)
            & Bounds.positive(layer, LENGTH, problems)
            & EmbeddingLayer.isInput(use, problems);
    if (!isOneAxis(use, problems) || !sound || !isLongEnough(use, problems)) {
      return Optional.empty();
    }
    return check(use, TOKENS, tokens(layer), "inputDim", problems)
            && check(use, POSITIONS, positions(layer), LENGTH, problems)
        ? Sizes.checked(
            use.row(),
            use.shape(0).inserting(1, layer.integer("outputDim")),
            layer.origin("outputDim"),
            problems)
        : Optional.empty();
  }

  private static boolean isOneAxis(Use use, Problems problems) {
    if (use.shape(0).rank() == 1) {
      return true;
    }
    problems.add(
        Code.NotAVector,
        use.operands().get(0).origin(),
        "positions are counted along one axis, the steps, but %s".formatted(isNone(use)),
        use.tracing("give it an @Input of one axis, such as shape = 200"));
    return false;
  }

  private static String isNone(Use use) {
    Use.Argument x = use.operands().get(0);
    return x.name() + " is " + x.shape();
  }

  private static boolean isLongEnough(Use use, Problems problems) {
    int most = use.layer().integer(LENGTH);
    int steps = use.shape(0).extent(0);
    if (use.shape(0).isSymbol(0) || steps <= most) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        use.layer().origin(LENGTH),
        "%s = %s is below the %s steps of %s"
            .formatted(LENGTH, most, steps, use.operands().get(0).name()),
        "state at least %s".formatted(steps));
    return false;
  }

  private static boolean check(
      Use use, String parameter, Shape shape, String attribute, Problems problems) {
    String name = use.row() + "." + parameter;
    return Sizes.checked(name, shape, use.layer().origin(attribute), problems).isPresent()
        && ParameterAttributes.of(use.layer(), EMBEDDINGS).check(name, shape, problems);
  }

  private static Shape tokens(Mention layer) {
    return Shape.of(layer.integer("inputDim"), layer.integer("outputDim"));
  }

  private static Shape positions(Mention layer) {
    return Shape.of(layer.integer(LENGTH), layer.integer("outputDim"));
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    ParameterAttributes attributes = ParameterAttributes.of(layer, EMBEDDINGS);
    return List.of(
        attributes.table(TOKENS, tokens(layer)), attributes.weight(POSITIONS, positions(layer)));
  }

  @Override
  public String describe(Mention layer) {
    return String.format(
        Locale.ROOT,
        "positionalEmbedding(%d, %d, %d)%s",
        layer.integer(LENGTH),
        layer.integer("inputDim"),
        layer.integer("outputDim"),
        layer.flag("maskZero") ? ", maskZero" : "");
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    int steps = x.shape().extent(0);
    Value all = lowering.parameter(POSITIONS);
    Value vectors = lowering.emit("vectors", new Gather(), lowering.parameter(TOKENS), x);
    Value places =
        steps == layer.integer(LENGTH) ? all : lowering.emit("places", new FirstRows(steps), all);
    Value y = lowering.emit("sum", SUM, vectors, places);
    return layer.flag("maskZero")
        ? lowering.masked(y, lowering.emit("mask", EmbeddingLayer.MASK, x))
        : y;
  }
}
