package org.synapt.backend.onednn;

import java.util.Random;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** Kernels, and memory for them. */
record Site(Backend backend) implements AutoCloseable {
  /** No multiple of a cache line. */
  private static final int OFFSET = 3;

  static Site of(int threads) {
    return new Site(new OneDnnBackend(threads, Precision.FLOAT32));
  }

  /** A new kernel of an op. */
  <K extends Kernel> K kernel(Class<K> type) {
    return backend.kernel(type).orElseThrow();
  }

  /** Unaligned memory of so many zeros. */
  Buffer zeros(int floats) {
    return backend.allocate(OFFSET + floats).slice(OFFSET, floats);
  }

  /** Unaligned memory that holds a copy. */
  Buffer copy(float... values) {
    Buffer buffer = zeros(values.length);
    buffer.put(0, values, 0, values.length);
    return buffer;
  }

  /** Normally distributed floats; the same number gives the same floats. */
  static float[] normal(int floats) {
    Random random = new Random(floats);
    float[] values = new float[floats];
    for (int i = 0; i < floats; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** All that a buffer holds. */
  static float[] floats(Buffer buffer) {
    float[] values = new float[buffer.length()];
    buffer.get(0, values, 0, values.length);
    return values;
  }

  @Override
  public void close() {
    backend.close();
  }
}
