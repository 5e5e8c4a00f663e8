package org.synapt.metric;

import java.util.Locale;

/**
 * What a metric is to compare: the predictions and targets of one output.
 *
 * <pre>
 * prediction [b, positions, columns]
 * target     [b, positions, columns]    or [b, positions] of class numbers, where sparse
 * </pre>
 *
 * @param loss Keras's name of the output's loss
 * @param positions how many rows of columns an example has: the extents before the last axis,
 *     multiplied
 * @param columns the extent of the last axis
 * @param logits whether predictions are logits, which the loss takes for probabilities itself
 */
public record Comparison(String loss, int positions, int columns, boolean logits) {

  /**
   * What to compare at an output.
   *
   * @param loss Keras's name of the output's loss
   * @param shape the extents of one prediction; one below 0, which each batch decides, counts as 1,
   *     and each of its positions as an example of its own
   * @return what to compare
   */
  public static Comparison of(String loss, int... shape) {
    int positions = 1;
    for (int axis = 0; axis < shape.length - 1; axis++) {
      positions *= Math.max(shape[axis], 1);
    }
    int columns = shape.length == 0 ? 1 : Math.max(shape[shape.length - 1], 1);
    return new Comparison(loss.toLowerCase(Locale.ROOT), positions, columns, false);
  }

  /**
   * The same of an output whose predictions are logits.
   *
   * @return what to compare
   */
  public Comparison ofLogits() {
    return new Comparison(loss, positions, columns, true);
  }

  /**
   * Whether targets are class numbers.
   *
   * @return whether the loss is sparse
   */
  public boolean sparse() {
    return loss.equals("sparse_categorical_crossentropy");
  }

  /**
   * Whether each column is a yes or no of its own, and not one class out of several.
   *
   * @return whether there is one column, or the loss is a binary cross-entropy
   */
  public boolean binary() {
    return columns == 1 || loss.equals("binary_crossentropy");
  }

  /**
   * The numbers in a row of targets.
   *
   * @return 1 where targets are class numbers, else as many as there are columns
   */
  public int targetColumns() {
    return sparse() ? 1 : columns;
  }
}
