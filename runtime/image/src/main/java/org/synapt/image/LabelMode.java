package org.synapt.image;

import org.synapt.data.OneHot;

/**
 * How the class of an image is told.
 *
 * <p>Source: Keras, keras.utils.image_dataset_from_directory, argument label_mode.
 */
public enum LabelMode {
  /** 1 at the class and 0 elsewhere, for categorical cross-entropy. */
  CATEGORICAL,
  /** The number of the class, for sparse categorical cross-entropy. */
  INT,
  /** 0 or 1 for the first or the second of two classes, for binary cross-entropy. */
  BINARY;

  /** The floats that tell one of so many classes. */
  int width(int classes) {
    return this == CATEGORICAL ? classes : 1;
  }

  float[] encode(int classes, int[] labels) {
    if (this == CATEGORICAL) {
      return OneHot.encode(classes, labels);
    }
    float[] numbers = new float[labels.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = labels[i];
    }
    return numbers;
  }
}
