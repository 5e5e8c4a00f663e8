package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Layer;
import org.synapt.processor.layer.Use;
import org.synapt.processor.shape.Shape;

/**
 * Whether a layer can do with extents that each batch decides.
 *
 * <p>Problems: {@link Code#ExtentNeeded}.
 */
final class Extents {
  /** Stands in for a symbol, to find out which of several it is that a layer cannot do with. */
  private static final int SOME_NUMBER = 6;

  private Extents() {}

  /** Whether nothing is wrong with the symbols of a use; a problem at the operand if it is. */
  static boolean areEnough(Layer rule, Use use, Problems problems) {
    if (isSound(rule, use)) {
      return true;
    }
    Axis axis = needed(rule, use);
    Use.Argument operand = use.operands().get(axis.operand());
    String symbol = Shape.text(operand.shape().extent(axis.axis()));
    problems.add(
        Code.ExtentNeeded,
        operand.origin(),
        "%s needs a number where axis %s of %s %s is %s"
            .formatted(
                rule.describe(use.layer()), axis.axis(), operand.name(), operand.shape(), symbol),
        use.tracing(
            "state a number for %s in the shape of the input it comes from".formatted(symbol)));
    return false;
  }

  /** An axis that a symbol stands for. */
  private record Axis(int operand, int axis) {
    Use replacedIn(Use use) {
      List<Use.Argument> operands = new ArrayList<>(use.operands());
      Use.Argument it = operands.get(operand);
      operands.set(
          operand,
          new Use.Argument(it.name(), it.shape().with(axis, SOME_NUMBER), it.origin(), it.maker()));
      return new Use(use.row(), use.layer(), operands, use.trace());
    }
  }

  private static boolean isSound(Layer rule, Use use) {
    return use.shapes().stream().noneMatch(Shape::hasSymbols) || rule.takesSymbols(use);
  }

  /** The axis that alone stands in the way; the first of them if there are several. */
  private static Axis needed(Layer rule, Use use) {
    List<Axis> symbolic = symbolic(use);
    return symbolic.stream()
        .filter(axis -> isSound(rule, axis.replacedIn(use)))
        .findFirst()
        .orElse(symbolic.get(0));
  }

  private static List<Axis> symbolic(Use use) {
    List<Axis> symbolic = new ArrayList<>();
    for (int i = 0; i < use.operands().size(); i++) {
      for (int axis = 0; axis < use.shape(i).rank(); axis++) {
        if (use.shape(i).isSymbol(axis)) {
          symbolic.add(new Axis(i, axis));
        }
      }
    }
    return symbolic;
  }
}
