package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.shape.Shape;

/**
 * Stands in for shapes that are not known: what is said in the same words of several ranks and
 * extents does not depend on them.
 */
final class Trials {
  private static final List<Shape> SHAPES =
      List.of(
          Shape.of(5), Shape.of(6, 6), Shape.of(7, 7, 7), Shape.of(8, 8, 8, 8), Shape.of(1, 2, 3));

  /** What attributes alone can break. */
  private static final Set<Code> OF_ATTRIBUTES =
      Set.of(
          Code.AttributeOutOfRange,
          Code.CausalPadding,
          Code.DilatedStrides,
          Code.FormulaName,
          Code.FormulaSyntax,
          Code.NumbersPerAxis,
          Code.RepeatCount);

  private Trials() {}

  /** The problems of every attempt. */
  static List<Problem> always(Function<Shape, List<Problem>> attempt) {
    List<Problem> always = new ArrayList<>(attempt.apply(SHAPES.get(0)));
    for (Shape shape : SHAPES) {
      always.retainAll(attempt.apply(shape));
    }
    return always;
  }

  /** The problems of every attempt that an attribute is to blame for. */
  static List<Problem> ofAttributes(Function<Shape, List<Problem>> attempt) {
    return always(attempt).stream()
        .filter(problem -> OF_ATTRIBUTES.contains(problem.code()))
        .toList();
  }
}
