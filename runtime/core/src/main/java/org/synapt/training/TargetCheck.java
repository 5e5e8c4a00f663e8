package org.synapt.training;

import java.util.Arrays;
import java.util.Locale;
import org.synapt.data.Column;
import org.synapt.network.OutputSpec;

/** Requires that targets are what a loss can take. */
interface TargetCheck {
  /**
   * Checks one example's target.
   *
   * @return what is wrong with it, or nothing
   */
  String finding(float[] target);

  /** What is wrong with one of several targets of a width, if anything. */
  default String finding(int width, int example, float[] targets) {
    return finding(Arrays.copyOfRange(targets, example * width, (example + 1) * width));
  }

  /** The first of several targets that something is wrong with; −1 if there is none. */
  default int firstWrong(int count, int width, float[] targets) {
    float[] target = new float[width];
    for (int i = 0; i < count; i++) {
      System.arraycopy(targets, i * width, target, 0, width);
      if (!finding(target).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** Checks a column, and names the first example that is wrong. */
  default void check(Column column) {
    Rows.of(
        column,
        (row, target) -> {
          String finding = finding(target);
          if (!finding.isEmpty()) {
            throw new IllegalArgumentException(
                column.name() + " of example " + row + " " + finding);
          }
        });
  }

  /** The check that an output's loss asks for. */
  static TargetCheck of(OutputSpec output) {
    int[] shape = output.shape();
    int last = shape.length == 0 ? 1 : shape[shape.length - 1];
    // A batch decides how many classes there are: any number may be one.
    int columns = last < 0 ? Integer.MAX_VALUE : last;
    return switch (output.loss().toLowerCase(Locale.ROOT)) {
      case "sparse_categorical_crossentropy" -> target -> classNumbers(target, columns);
      case "categorical_crossentropy" -> target -> distributions(target, columns);
      case "categorical_hinge" -> target -> zeroOrOne(target);
      case "binary_crossentropy" -> target -> probabilities(target);
      case "hinge", "squared_hinge" -> target -> signs(target);
      default -> target -> "";
    };
  }

  private static String classNumbers(float[] target, int classes) {
    for (float label : target) {
      if (label < 0 || label >= classes || label != (int) label) {
        return "is "
            + label
            + ", but a sparse loss over "
            + classes
            + " classes takes whole numbers from 0 to "
            + (classes - 1);
      }
    }
    return "";
  }

  private static String distributions(float[] target, int columns) {
    for (int at = 0; at < target.length; at += columns) {
      double sum = 0;
      for (int j = at; j < at + columns; j++) {
        if (target[j] < 0 || target[j] > 1) {
          return "has "
              + target[j]
              + " at "
              + j
              + ", but a categorical cross-entropy takes probabilities; encode class numbers with"
              + " OneHot";
        }
        sum += target[j];
      }
      if (Math.abs(sum - 1) > 1e-3) {
        return "sums to "
            + (float) sum
            + ", but a categorical cross-entropy takes probabilities that sum to 1; encode class"
            + " numbers with OneHot";
      }
    }
    return "";
  }

  private static String probabilities(float[] target) {
    for (int j = 0; j < target.length; j++) {
      if (target[j] < 0 || target[j] > 1) {
        return "is "
            + target[j]
            + " at "
            + j
            + ", but a binary cross-entropy takes 0, 1 or a probability between";
      }
    }
    return "";
  }

  private static String zeroOrOne(float[] target) {
    for (int j = 0; j < target.length; j++) {
      if (target[j] != 0 && target[j] != 1) {
        return "is " + target[j] + " at " + j + ", but a categorical hinge takes 0 and 1";
      }
    }
    return "";
  }

  private static String signs(float[] target) {
    for (int j = 0; j < target.length; j++) {
      if (target[j] != 1 && target[j] != -1) {
        return "is " + target[j] + " at " + j + ", but a hinge takes −1 and 1; put −1 where 0 is";
      }
    }
    return "";
  }
}
