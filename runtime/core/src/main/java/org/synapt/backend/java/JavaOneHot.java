package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.OneHot;

/** Clears the rows and sets one element of each. */
final class JavaOneHot implements OneHot {
  JavaOneHot() {}

  @Override
  public void encode(int rows, int n, Buffer x, Buffer y) {
    float[] classes = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int xAt = ArrayBuffer.at(x);
    int yAt = ArrayBuffer.at(y);
    Arrays.fill(to, yAt, yAt + rows * n, 0f);
    for (int i = 0; i < rows; i++) {
      int j = (int) classes[xAt + i];
      // A number that is no class gives a row of zeros, as a comparison with every j would.
      if (j >= 0 && j < n && j == classes[xAt + i]) {
        to[yAt + i * n + j] = 1f;
      }
    }
  }
}
