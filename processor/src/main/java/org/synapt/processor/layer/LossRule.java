package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.shape.Shape;

/**
 * What an {@code @Output} asks of its row and of the data.
 *
 * <p>Problems: {@link Code#OutputWithoutLoss}, {@link Code#LossAndFormula}, {@link Code#LossShape},
 * {@link Code#ClassesMismatch}, {@link Code#TargetShape}, {@link Code#AttributeOutOfRange}, {@link
 * Code#IdleAttribute}, and those of formulas.
 */
final class LossRule {
  static final String PREDICTION = "prediction";
  static final String TARGET = "target";

  private static final Set<String> CATEGORICAL =
      Set.of("CATEGORICAL_CROSSENTROPY", "SPARSE_CATEGORICAL_CROSSENTROPY", "CATEGORICAL_HINGE");
  private static final Set<String> ALONG_LAST_AXIS =
      Set.of("KULLBACK_LEIBLER_DIVERGENCE", "COSINE_PROXIMITY");
  private static final Set<String> OF_LOGITS =
      Set.of("CATEGORICAL_CROSSENTROPY", "SPARSE_CATEGORICAL_CROSSENTROPY", "BINARY_CROSSENTROPY");

  private final String row;
  private final Shape shape;
  private final Mention output;
  private final Problems problems;
  private final String loss;

  LossRule(String row, Shape shape, Mention output, Problems problems) {
    this.row = row;
    this.shape = shape;
    this.output = output;
    this.problems = problems;
    this.loss = output.constant("loss");
  }

  /** The formula of an output that has one. */
  static UserFormula formula(Mention output) {
    return new UserFormula(output, "formula", List.of(TARGET, PREDICTION));
  }

  Optional<Shape> targetShape() {
    boolean sound = Bounds.aboveZero(output, "weight", problems);
    return checkLoss() & sound && checkShape() && checkClasses() & checkTarget()
        ? Optional.of(target())
        : Optional.empty();
  }

  private Shape target() {
    return Losses.sparse(output) ? shape.withoutLast() : shape;
  }

  private boolean checkLoss() {
    reportIdle();
    boolean hasFormula = !output.text("formula").isEmpty() || output.states("formula");
    if (loss.equals("NONE")) {
      return hasFormula ? checkFormula() : reportNoLoss();
    } else if (hasFormula) {
      problems.add(
          Code.LossAndFormula,
          output.origin("formula"),
          "%s has a loss and a formula".formatted(row),
          "remove one of them; two things to learn are two outputs");
      return false;
    }
    return !loss.equals("HUBER") || Bounds.aboveZero(output, "delta", problems);
  }

  private void reportIdle() {
    if (output.states("delta") && !loss.equals("HUBER")) {
      reportIdle("delta", "HUBER");
    }
    if (output.flag("fromLogits") && !OF_LOGITS.contains(loss)) {
      reportIdle("fromLogits", "the cross-entropies");
    }
  }

  private void reportIdle(String attribute, String users) {
    problems.add(
        Code.IdleAttribute,
        output.origin(attribute),
        "%s does not use %s".formatted(loss.equals("NONE") ? "a formula" : loss, attribute),
        "remove it; it serves " + users);
  }

  private boolean reportNoLoss() {
    problems.add(
        Code.OutputWithoutLoss,
        output.origin(),
        "%s %s is an output without a loss".formatted(row, shape),
        "state one: loss = MEAN_SQUARED_ERROR for numbers, CATEGORICAL_CROSSENTROPY for classes");
    return false;
  }

  private boolean checkFormula() {
    Optional<Expression> formula = formula(output).read(problems);
    if (formula.isPresent() && !formula.get().variables().contains(PREDICTION)) {
      problems.add(
          Code.FormulaConstant,
          output.origin("formula"),
          "the loss of %s does not depend on the prediction".formatted(row),
          "write a formula over target and prediction");
      return false;
    }
    return formula.isPresent();
  }

  private boolean checkShape() {
    if (shape.rank() == 0 && (CATEGORICAL.contains(loss) || ALONG_LAST_AXIS.contains(loss))) {
      problems.add(
          Code.LossShape,
          output.origin("loss"),
          "%s works along an axis, but %s [] has none".formatted(loss, row),
          "choose a loss of single numbers, such as MEAN_SQUARED_ERROR");
      return false;
    } else if (CATEGORICAL.contains(loss) && shape.last() == 1) {
      problems.add(
          Code.LossShape,
          output.origin("loss"),
          "%s tells classes apart, but %s is %s".formatted(loss, row, shape),
          "give the row one unit for each class, or use BINARY_CROSSENTROPY with SIGMOID");
      return false;
    }
    return true;
  }

  private boolean checkClasses() {
    if (!output.states("classes")) {
      return true;
    }
    int classes = output.integer("classes");
    if (shape.rank() > 0 && classes == shape.last()) {
      return true;
    }
    problems.add(
        Code.ClassesMismatch,
        output.origin("classes"),
        "classes = %s, but %s is %s".formatted(classes, row, shape),
        shape.rank() > 0 && shape.last() == 1 && classes == 2
            ? "one unit tells two classes apart: state classes = 1, or none"
            : "give the row %s units, or correct the number".formatted(classes));
    return false;
  }

  private boolean checkTarget() {
    if (!output.states("targetShape")) {
      return true;
    }
    Shape stated = new Shape(output.integers("targetShape"));
    Shape expected = target();
    boolean singleNumbers = expected.rank() == 0 && stated.equals(Shape.of(1));
    if (stated.equals(expected) || singleNumbers) {
      return true;
    }
    problems.add(
        Code.TargetShape,
        output.origin("targetShape"),
        "targets are stated to be %s, but %s %s with %s needs %s"
            .formatted(
                stated,
                row,
                shape,
                Losses.kerasName(output),
                expected.rank() == 0 ? "single numbers" : expected),
        remedy(stated));
    return false;
  }

  private String remedy(Shape stated) {
    boolean classNumbers =
        shape.rank() > 0
            && (stated.equals(shape.withoutLast())
                || stated.equals(shape.with(shape.rank() - 1, 1)));
    if (loss.equals("CATEGORICAL_CROSSENTROPY") && classNumbers) {
      return "for class numbers use SPARSE_CATEGORICAL_CROSSENTROPY";
    } else if (Losses.sparse(output) && stated.equals(shape)) {
      return "for one-hot targets use CATEGORICAL_CROSSENTROPY";
    }
    return "give the row that shape, or bring the data into the other";
  }
}
