package org.synapt.processor.conformance;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Sums, means and extremes along axes: a global pooling of what lies along them. */
final class Reductions {

  private Reductions() {}

  /** Makes one value of each line of an array along some axes. */
  private interface Reduction {
    Row of(Declaration it, Row x, boolean keep, int... axes);
  }

  static Map<String, Operator> operators() {
    return Map.ofEntries(
        entry("ReduceL1", operator("abs(a)", Reductions::sum, "a")),
        entry("ReduceL2", operator("square(a)", Reductions::sum, "sqrt(a)")),
        entry("ReduceLogSum", operator("a", Reductions::sum, "log(a)")),
        entry("ReduceLogSumExp", operator("exp(a)", Reductions::sum, "log(a)")),
        entry("ReduceMax", operator("a", Reductions::max, "a")),
        entry("ReduceMean", operator("a", Reductions::mean, "a")),
        entry("ReduceMin", operator("-a", Reductions::max, "-a")),
        entry("ReduceSum", operator("a", Reductions::sum, "a")),
        entry("ReduceSumSquare", operator("square(a)", Reductions::sum, "a")));
  }

  static Row sum(Declaration it, Row x, boolean keep, int... axes) {
    int count = Arrays.stream(axes).map(axis -> x.shape()[axis]).reduce(1, Math::multiplyExact);
    Row mean = mean(it, x, keep, axes);
    return count == 1 ? mean : it.formula(count + " * a", mean);
  }

  static Row mean(Declaration it, Row x, boolean keep, int... axes) {
    return pool("@GlobalAveragePooling1D", it, x, keep, axes);
  }

  private static Row max(Declaration it, Row x, boolean keep, int... axes) {
    return pool("@GlobalMaxPooling1D", it, x, keep, axes);
  }

  private static Row pool(String layer, Declaration it, Row x, boolean keep, int... axes) {
    IntStream kept = axes(x).filter(axis -> !isAmong(axes, axis));
    Row turned =
        it.permute(
            x, IntStream.concat(axes(x).filter(axis -> isAmong(axes, axis)), kept).toArray());
    int[] left =
        axes(x)
            .filter(axis -> keep || !isAmong(axes, axis))
            .map(axis -> isAmong(axes, axis) ? 1 : x.shape()[axis])
            .toArray();
    int[] shape = left.length == 0 ? new int[] {1} : left;
    int positions = x.size() / Array.size(shape);
    Row lines = it.reshape(turned, positions, Array.size(shape));
    return it.reshape(it.write(new int[] {Array.size(shape)}, layer, lines), shape);
  }

  private static IntStream axes(Row x) {
    return IntStream.range(0, x.rank());
  }

  private static boolean isAmong(int[] axes, int axis) {
    return IntStream.of(axes).anyMatch(each -> each == axis);
  }

  private static Operator operator(String before, Reduction reduction, String after) {
    return (node, it) -> {
      Row x = it.row(node, 0);
      UnaryOperator<Row> first = row -> before.equals("a") ? row : it.formula(before, row);
      UnaryOperator<Row> last = row -> after.equals("a") ? row : it.formula(after, row);
      int[] axes = axes(node, it, x);
      Row made = first.apply(x);
      boolean keep = node.integer("keepdims", 1) == 1;
      it.put(
          node.output(), last.apply(axes.length == 0 ? made : reduction.of(it, made, keep, axes)));
    };
  }

  private static int[] axes(Node node, Declaration it, Row x) {
    Optional<int[]> stated =
        it.given(node.input(1)).map(Array::integers).or(() -> node.integers("axes"));
    if (stated.isEmpty() || stated.get().length == 0) {
      return node.flag("noop_with_empty_axes") ? new int[0] : axes(x).toArray();
    }
    return IntStream.of(stated.get())
        .map(axis -> axis < 0 ? axis + x.rank() : axis)
        .sorted()
        .toArray();
  }
}
