package org.synapt.samples.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.MatMul;

/**
 * What a machine can do at most, measured: products of large matrices, and memory.
 *
 * <p>Source: Williams, Waterman and Patterson, Roofline: An Insightful Visual Performance Model for
 * Multicore Architectures, 2009.
 *
 * @param device what multiplied
 * @param operationsPerSecond of the fastest product
 * @param bandwidth of memory
 */
record Peak(String device, double operationsPerSecond, Bandwidth bandwidth) {
  private static final int[] SIDES = {512, 1024, 1536};
  private static final double SECONDS = 0.7;

  /** Measures with a backend's product of matrices. */
  static Peak of(String backend, Map<String, String> options, int threads) {
    Map<String, String> all = new TreeMap<>(options);
    all.put("threads", String.valueOf(threads));
    try (Backend opened = Backends.open(backend, all)) {
      double fastest = 0;
      for (int side : SIDES) {
        fastest = Math.max(fastest, product(opened, side));
      }
      return new Peak(opened.device(), fastest, Bandwidth.measure(threads));
    }
  }

  private static double product(Backend backend, int side) {
    MatMul matMul = backend.kernel(MatMul.class).orElseThrow();
    Buffer a = filled(backend, side * side);
    Buffer b = filled(backend, side * side);
    Buffer c = backend.allocate(side * side);
    long least = Long.MAX_VALUE;
    long end = System.nanoTime() + (long) (SECONDS * 1e9);
    do {
      long from = System.nanoTime();
      matMul.mult(side, side, side, a, b, c);
      least = Math.min(least, System.nanoTime() - from);
    } while (System.nanoTime() < end);
    return 2.0 * side * side * side / (least / 1e9);
  }

  private static Buffer filled(Backend backend, int floats) {
    float[] values = new float[floats];
    for (int i = 0; i < floats; i++) {
      values[i] = (i % 7 - 3) / 3f;
    }
    Buffer buffer = backend.allocate(floats);
    buffer.put(0, values, 0, floats);
    return buffer;
  }

  /** The time that some work takes at least: to compute, or to move what it is computed from. */
  double seconds(Work work) {
    return Math.max(computing(work), moving(work));
  }

  double computing(Work work) {
    return work.operations() / operationsPerSecond;
  }

  double moving(Work work) {
    return work.bytes() / bandwidth.bytesPerSecond(work.bytes());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: products %.0f GFLOP/s, memory %.0f GB/s in 64 KiB, %.0f in 1 MiB, %.0f in 16 MiB,"
            + " %.0f in 256 MiB",
        device,
        operationsPerSecond / 1e9,
        bandwidth.bytesPerSecond(64 << 10) / 1e9,
        bandwidth.bytesPerSecond(1 << 20) / 1e9,
        bandwidth.bytesPerSecond(16 << 20) / 1e9,
        bandwidth.bytesPerSecond(256 << 20) / 1e9);
  }
}
