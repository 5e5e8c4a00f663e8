package org.synapt.backend.onednn;

import org.synapt.backend.java.ArrayBuffer;
import org.synapt.backend.java.Stage;

/** The numbers of the largest positions, from Java's form, floats, to oneDNN's. */
final class SavedNumbers {
  private ArrayBuffer numbers = Stage.none();
  private float[] packed = new float[0];

  /** Room for so many; kept while it is large enough, but if none is asked for. */
  ArrayBuffer room(int count) {
    if (count == 0) {
      return Stage.none();
    }
    if (numbers.length() < count) {
      numbers = new ArrayBuffer(new float[count], 0, count);
      packed = new float[count];
    }
    return numbers;
  }

  /** Writes those that were put there as oneDNN keeps them. */
  void write(PoolingCall call, NativeBuffer saved) {
    int inFloat = Float.BYTES / call.bytesOfNumber();
    for (int group = 0; group < call.groups(); group++) {
      int from = call.results(group);
      int count = call.results(group + 1) - from;
      int floats = (count + inFloat - 1) / inFloat;
      for (int i = 0; i < floats; i++) {
        packed[i] = pack(from + i * inFloat, Math.min(from + count, from + (i + 1) * inFloat));
      }
      saved.write(from, packed, 0, floats);
    }
  }

  /** Some numbers side by side, the first in the lowest bits, as this machine's bytes lie. */
  private float pack(int from, int to) {
    float[] all = ArrayBuffer.array(numbers);
    int bits = 0;
    for (int i = to - 1; i >= from; i--) {
      bits = bits << Byte.SIZE | (int) all[i];
    }
    return Float.intBitsToFloat(bits);
  }
}
