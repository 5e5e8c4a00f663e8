package org.synapt.processor.layer;

import java.util.Locale;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** What each constant of {@code Loss}, or a formula of the user's own, makes of a row. */
public final class Losses {

  private Losses() {}

  /**
   * The target rule; also checks every attribute of the {@code @Output} but {@code target}.
   *
   * @param row the name of the row that is trained
   * @param shape the shape of its value
   * @param output the annotation
   * @param problems takes what is wrong, all of it
   * @return the shape of one target; empty if it cannot be known
   */
  public static Optional<Shape> targetShape(
      String row, Shape shape, Mention output, Problems problems) {
    return new LossRule(row, shape, output, problems).targetShape();
  }

  /**
   * Writes the equations of a loss.
   *
   * @param output the annotation, sound
   * @param prediction the value of the row
   * @param target what it should be
   * @param lowering writes the equations
   * @return the loss of each example, a single number, not yet times the output's weight
   */
  public static Value lower(Mention output, Value prediction, Value target, Lowering lowering) {
    return new LossEquations(output, prediction, target, lowering).loss();
  }

  /** Whether the target holds class numbers, and so has one axis less than the prediction. */
  public static boolean sparse(Mention output) {
    return output.constant("loss").equals("SPARSE_CATEGORICAL_CROSSENTROPY");
  }

  /** What Keras calls it, {@code mean_squared_error}; {@code formula} for one of the user's own. */
  public static String kerasName(Mention output) {
    String loss = output.constant("loss");
    return loss.equals("NONE") ? "formula" : loss.toLowerCase(Locale.ROOT);
  }
}
