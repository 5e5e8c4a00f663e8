package org.synapt.data;

/**
 * Class numbers as rows of 0 with a 1 at the class: Keras's {@code to_categorical}.
 *
 * <pre>2 of 4 classes  →  0 0 1 0</pre>
 */
public final class OneHot {
  private OneHot() {}

  /**
   * Class numbers as rows.
   *
   * @param classes how many classes there are
   * @param labels the class of each example
   * @return [examples, classes], row-major
   * @throws IllegalArgumentException if a label is not one of 0 to classes − 1
   */
  public static float[] encode(int classes, int... labels) {
    float[] rows = new float[Math.multiplyExact(labels.length, classes)];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label " + i + " is " + labels[i] + ", not one of 0 to " + (classes - 1));
      }
      rows[i * classes + labels[i]] = 1;
    }
    return rows;
  }

  /**
   * A column of class numbers as a column of rows.
   *
   * @param classes how many classes there are
   * @param labels one whole number for each example
   * @return the column, of the same name
   * @throws IllegalArgumentException if the column is wider than 1 or a label is not one of 0 to
   *     classes − 1
   */
  public static Column encode(int classes, Column labels) {
    if (labels.width() != 1) {
      throw new IllegalArgumentException(labels + " is wider than one label");
    }
    int[] numbers = new int[labels.count()];
    Column onHeap = labels.onHeap();
    for (int i = 0; i < numbers.length; i++) {
      float label = onHeap.value(i, 0);
      numbers[i] = (int) label;
      if (numbers[i] != label) {
        throw new IllegalArgumentException(
            labels.name() + " of example " + i + " is " + label + ", not a whole number");
      }
    }
    return Column.of(labels.name(), classes, encode(classes, numbers));
  }
}
