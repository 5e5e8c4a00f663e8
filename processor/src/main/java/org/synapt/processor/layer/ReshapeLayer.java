package org.synapt.processor.layer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.shape.Shape;

/**
 * The same elements, in the same order, with other axes: {@code x [b, …] → y [b, targetShape]}.
 *
 * <p>Problems: {@link Code#ReshapeSize}.
 */
final class ReshapeLayer implements Layer {
  private static final int INFERRED = -1;

  @Override
  public String annotation() {
    return "Reshape";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    List<Integer> extents = use.layer().integers("targetShape");
    if (extents.stream().anyMatch(extent -> extent < 1 && extent != INFERRED)) {
      report(
          use,
          "an extent of %s is below 1".formatted(extents),
          "state extents of at least 1; one of them may be -1 and is inferred",
          problems);
      return Optional.empty();
    } else if (Collections.frequency(extents, INFERRED) > 1) {
      report(
          use,
          "%s leaves more than one extent to be inferred".formatted(extents),
          "leave one -1 and state the others",
          problems);
      return Optional.empty();
    }
    return inferred(extents, use.shape(0)).or(() -> disagreement(use, extents, problems));
  }

  /** The extents with -1 replaced; empty if the elements do not fit into them. */
  private static Optional<Shape> inferred(List<Integer> extents, Shape x) {
    int unknown = extents.indexOf(INFERRED);
    if (unknown < 0) {
      Shape stated = new Shape(extents);
      return stated.count().equals(x.count()) ? Optional.of(stated) : Optional.empty();
    } else if (x.hasSymbols()) {
      return keepingSymbol(extents, unknown, x);
    }
    Shape others = new Shape(extents).with(unknown, 1);
    return x.size() % others.size() == 0
        ? Optional.of(others.with(unknown, (int) (x.size() / others.size())))
        : Optional.empty();
  }

  /** With the only symbol where an extent was to be inferred, if nothing else is left for it. */
  private static Optional<Shape> keepingSymbol(List<Integer> extents, int unknown, Shape x) {
    Shape others = new Shape(extents).with(unknown, 1);
    return x.symbols().size() == 1 && x.size() == others.size()
        ? Optional.of(others.with(unknown, x.symbols().get(0)))
        : Optional.empty();
  }

  private static Optional<Shape> disagreement(Use use, List<Integer> extents, Problems problems) {
    boolean complete = !extents.contains(INFERRED);
    String size = Sizes.count(use.shape(0).size());
    report(
        use,
        complete
            ? "%s has %s elements, but %s has %s"
                .formatted(extents, Sizes.count(new Shape(extents).size()), use.operandText(), size)
            : "%s does not divide the %s elements of %s"
                .formatted(extents, size, use.operandText()),
        use.tracing("choose extents whose product is %s".formatted(size)),
        problems);
    return Optional.empty();
  }

  private static void report(Use use, String finding, String remedy, Problems problems) {
    problems.add(Code.ReshapeSize, use.layer().origin("targetShape"), finding, remedy);
  }

  @Override
  public boolean takesSymbols(Use use) {
    List<Integer> extents = use.layer().integers("targetShape");
    boolean sound =
        extents.stream().allMatch(extent -> extent >= 1 || extent == INFERRED)
            && Collections.frequency(extents, INFERRED) <= 1;
    return !sound || inferred(extents, use.shape(0)).isPresent();
  }

  @Override
  public String describe(Mention layer) {
    return "reshape" + layer.integers("targetShape");
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Shape shape = inferred(layer.integers("targetShape"), x.shape()).orElseThrow();
    return shape.equals(x.shape()) ? x : lowering.emit("reshaped", new Reshape(shape), x);
  }
}
