package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;

/** Operands in an engine's memory and the same on the heap, for Java's kernels to agree on. */
final class Agreement {
  private Agreement() {}

  static Engine engine(boolean here, int threads) {
    Workers workers = new Workers(threads);
    return new Engine(here, workers, new JavaBackend(workers));
  }

  static float[] normal(int count, int seed) {
    Random random = new Random(seed);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  static Nd4jBuffer buffer(Engine engine, float... floats) {
    Nd4jBuffer buffer = engine.allocate(floats.length);
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  static Buffer heap(float... floats) {
    return new ArrayBuffer(floats.clone(), 0, floats.length);
  }

  static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  /** Fails unless floats are as near to Java's as sums of so many terms about 1 must be. */
  static void agree(String what, Buffer java, Buffer nd4j, int terms) {
    float[] expected = floats(java);
    float[] actual = floats(nd4j);
    double most = 1e-6 * (terms + 8);
    for (int i = 0; i < expected.length; i++) {
      // Truth takes its time, and most agree.
      if (!(Math.abs(expected[i] - actual[i]) <= most)) {
        assertWithMessage("%s, element %s", what, i)
            .that((double) actual[i])
            .isWithin(most)
            .of(expected[i]);
      }
    }
  }
}
