package org.synapt.training;

import org.synapt.data.Column;

/** Requires that data hold no NaN and no infinity. */
final class FiniteCheck {
  private FiniteCheck() {}

  static void check(Column column) {
    Rows.of(
        column,
        (row, example) -> {
          float zero = 0;
          for (int j = 0; j < example.length; j++) {
            // 0 unless a number is infinite or NaN; a sum needs no branch.
            zero += example[j] * 0;
          }
          if (zero != 0) {
            refuse(column, row, example);
          }
        });
  }

  private static void refuse(Column column, int row, float[] example) {
    for (int j = 0; j < example.length; j++) {
      if (Float.isNaN(example[j]) || Float.isInfinite(example[j])) {
        throw new IllegalArgumentException(
            column.name()
                + " of example "
                + row
                + " is "
                + example[j]
                + " at "
                + j
                + "; leave the example out, or put a finite number there");
      }
    }
  }
}
