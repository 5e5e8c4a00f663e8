package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Permute;
import org.synapt.processor.shape.Shape;

/**
 * Axis i of the result is axis {@code dims[i]} of x.
 *
 * <p>Problems: {@link Code#PermuteOrder}.
 */
final class PermuteLayer implements Layer {

  @Override
  public String annotation() {
    return "Permute";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    List<Integer> dims = use.layer().integers("dims");
    Shape x = use.shape(0);
    if (isOrder(dims, 0, x.rank())) {
      return Optional.of(x.permuted(dims));
    }
    problems.add(
        Code.PermuteOrder,
        use.layer().origin("dims"),
        "dims = %s is no order of the %s axes of %s".formatted(dims, x.rank(), use.operandText()),
        use.tracing(remedy(dims, x.rank())));
    return Optional.empty();
  }

  /** Whether the numbers from a first one on stand there, each once. */
  private static boolean isOrder(List<Integer> dims, int first, int rank) {
    List<Integer> sorted = dims.stream().sorted().toList();
    return sorted.equals(IntStream.range(first, first + rank).boxed().toList());
  }

  private static String remedy(List<Integer> dims, int rank) {
    if (isOrder(dims, 1, rank)) {
      return "axes start at 0 here, not at 1 as in Keras: write dims = "
          + braces(dims.stream().map(axis -> axis - 1).toList());
    }
    return "name every axis from 0 to %s once".formatted(rank - 1);
  }

  private static String braces(List<Integer> dims) {
    return dims.toString().replace('[', '{').replace(']', '}');
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "permute" + layer.integers("dims");
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    List<Integer> dims = layer.integers("dims");
    Value x = operands.get(0);
    return isIdentity(dims) ? x : lowering.emit("permuted", new Permute(dims), x);
  }

  private static boolean isIdentity(List<Integer> dims) {
    return dims.stream().sorted().toList().equals(dims);
  }
}
