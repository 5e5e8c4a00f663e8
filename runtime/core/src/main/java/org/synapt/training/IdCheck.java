package org.synapt.training;

import java.util.Arrays;
import org.synapt.data.Column;
import org.synapt.network.InputSpec;

/** Requires that inputs that rows are looked up with hold numbers of rows. */
final class IdCheck {
  private IdCheck() {}

  /** Checks a column, and names the first example that is wrong. */
  static void check(InputSpec input, Column column) {
    if (input.below() > 0) {
      Rows.of(
          column,
          (row, example) -> {
            int wrong = input.firstRefused(example, 0, example.length);
            if (wrong >= 0) {
              throw new IllegalArgumentException(
                  column.name() + " of example " + row + " " + finding(input, example, wrong));
            }
          });
    }
  }

  /** What is wrong with one of the numbers of an example. */
  static String finding(InputSpec input, float[] example, int at) {
    return input.finding(example[at]) + ", at " + at;
  }

  /** Checks the first examples of a batch; −1 if all are right, else which one is wrong. */
  static int firstWrong(InputSpec input, int count, int width, float[] numbers) {
    int wrong = input.firstRefused(numbers, 0, count * width);
    return wrong < 0 ? -1 : wrong / width;
  }

  /** What is wrong with an example of a batch. */
  static String finding(InputSpec input, int width, int example, float[] numbers) {
    float[] alone = Arrays.copyOfRange(numbers, example * width, (example + 1) * width);
    return finding(input, alone, input.firstRefused(alone, 0, width));
  }
}
