package org.synapt.image;

import org.synapt.data.Interpolation;
import org.synapt.data.NdArray;

/** Interpolation with the centres of pixels at their halves. */
final class Resizing {
  private Resizing() {}

  /** Between which two old pixels each new one of an axis lies, and how near to the second. */
  private static final class Places {
    final int[] first;
    final int[] second;
    final float[] share;

    Places(int from, int to, Interpolation interpolation) {
      first = new int[to];
      second = new int[to];
      share = new float[to];
      for (int i = 0; i < to; i++) {
        if (interpolation == Interpolation.NEAREST) {
          first[i] = (int) ((2L * i + 1) * from / (2L * to));
          second[i] = first[i];
        } else {
          double place = Math.max(0, (i + 0.5) * from / to - 0.5);
          first[i] = Math.min((int) place, from - 1);
          second[i] = Math.min(first[i] + 1, from - 1);
          share[i] = (float) (place - first[i]);
        }
      }
    }
  }

  static NdArray resize(NdArray image, int rows, int columns, Interpolation interpolation) {
    int channels = image.extent(2);
    int width = image.extent(1) * channels;
    Places down = new Places(image.extent(0), rows, interpolation);
    Places across = new Places(image.extent(1), columns, interpolation);
    float[] x = image.toArray();
    float[] y = new float[Math.multiplyExact(Math.multiplyExact(rows, columns), channels)];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      int top = down.first[i] * width;
      int bottom = down.second[i] * width;
      for (int j = 0; j < columns; j++) {
        int left = across.first[j] * channels;
        int right = across.second[j] * channels;
        for (int c = 0; c < channels; c++) {
          float above = between(x[top + left + c], x[top + right + c], across.share[j]);
          float below = between(x[bottom + left + c], x[bottom + right + c], across.share[j]);
          y[at++] = between(above, below, down.share[i]);
        }
      }
    }
    return NdArray.of(y).reshape(rows, columns, channels);
  }

  private static float between(float a, float b, float share) {
    return a + (b - a) * share;
  }
}
