package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Spread;

/** Repeats rows, or single values, by copying. */
final class JavaSpread implements Spread {
  JavaSpread() {}

  @Override
  public void spread(int outer, int extent, int inner, Buffer x, Buffer y) {
    float[] from = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int xAt = ArrayBuffer.at(x);
    int yAt = ArrayBuffer.at(y);
    for (int o = 0; o < outer; o++) {
      if (inner == 1) {
        Arrays.fill(to, yAt + o * extent, yAt + (o + 1) * extent, from[xAt + o]);
      } else {
        for (int e = 0; e < extent; e++) {
          System.arraycopy(from, xAt + o * inner, to, yAt + (o * extent + e) * inner, inner);
        }
      }
    }
  }
}
