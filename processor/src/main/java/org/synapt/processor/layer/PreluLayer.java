package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.shape.Shape;

/**
 * y = x above 0, else alpha · x, where alpha is learned.
 *
 * <pre>x [b, …]   alpha […], 1 along shared axes   →   y [b, …]</pre>
 *
 * <p>Problems: {@link Code#AxisBeyondRank}, {@link Code#RepeatedAxis}, and those of {@link
 * ParameterAttributes}.
 *
 * <p>He et al., Delving Deep into Rectifiers, 2015. As there, alpha does not decay.
 */
final class PreluLayer implements Layer {
  private static final Elementwise FORMULA = Elementwise.of("x > 0 ? x : alpha * x", "x", "alpha");

  @Override
  public String annotation() {
    return "PReLU";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound =
        new Axes(use, "sharedAxes", problems).distinct(layer.integers("sharedAxes")).isPresent();
    return sound
            && ParameterAttributes.of(layer, "alpha")
                .check(use.row() + ".alpha", alpha(layer, use.shape(0)), problems)
        ? Optional.of(use.shape(0))
        : Optional.empty();
  }

  /** The axes along which alpha has a number for each position. */
  private static List<Integer> unshared(Mention layer, Shape x) {
    List<Integer> shared =
        layer.integers("sharedAxes").stream().map(axis -> Axes.resolve(axis, x)).toList();
    return IntStream.range(0, x.rank()).filter(axis -> !shared.contains(axis)).boxed().toList();
  }

  private static Shape alpha(Mention layer, Shape x) {
    Shape alpha = x;
    for (int axis : layer.integers("sharedAxes")) {
      alpha = alpha.with(Axes.resolve(axis, x), 1);
    }
    return alpha;
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    Shape alpha = alpha(layer, operands.get(0));
    return List.of(ParameterAttributes.of(layer, "alpha").parameter("alpha", alpha));
  }

  @Override
  public boolean takesSymbols(Use use) {
    return unshared(use.layer(), use.shape(0)).stream().noneMatch(use.shape(0)::isSymbol);
  }

  @Override
  public String describe(Mention layer) {
    return "prelu";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Value alpha = Broadcast.to(x.shape(), lowering.parameter("alpha"), lowering);
    return lowering.emit("prelu", FORMULA, x, alpha);
  }
}
