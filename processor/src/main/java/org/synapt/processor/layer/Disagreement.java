package org.synapt.processor.layer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Use.Argument;
import org.synapt.processor.shape.Shape;

/** Operands whose shapes cannot be brought together: one problem, at the first that is odd. */
final class Disagreement {

  private Disagreement() {}

  /** Which of the shapes do not agree with those before them. */
  static List<Integer> among(List<Shape> shapes, Predicate<Shape> agrees) {
    return IntStream.range(0, shapes.size())
        .filter(i -> !agrees.test(shapes.get(i)))
        .boxed()
        .toList();
  }

  /** How extents disagree of which at least one is decided by each batch; empty if none is. */
  private static Optional<String> ofSymbols(Shape a, Shape b) {
    for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
      int one = a.extent(a.rank() - i);
      int other = b.extent(b.rank() - i);
      if (one != other && (one < 0 || other < 0) && one != 1 && other != 1) {
        return Optional.of(
            "%s is not %s: write the same constant in the inputs where they are the same"
                .formatted(Shape.text(one), Shape.text(other)));
      }
    }
    return Optional.empty();
  }

  /** {@code size is [32] but tone is [16, 2]}. */
  static void report(Code code, Use use, List<Integer> odd, String remedy, Problems problems) {
    Argument first = use.operands().get(0);
    problems.add(
        code,
        use.operands().get(odd.get(0)).origin(),
        "%s is %s but %s"
            .formatted(
                first.name(),
                first.shape(),
                odd.stream()
                    .map(use.operands()::get)
                    .map(operand -> operand.name() + " is " + operand.shape())
                    .collect(joining(", "))),
        use.tracing(ofSymbols(first.shape(), use.shape(odd.get(0))).orElse(remedy)));
  }
}
