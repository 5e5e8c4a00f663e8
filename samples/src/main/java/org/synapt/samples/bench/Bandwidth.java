package org.synapt.samples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How fast memory is read and written, by how much of it is in use: little stays in a cache.
 *
 * <p>Measured with {@code a = a + s · b} over two arrays for each thread: what is written has been
 * read, so that no line of a cache is fetched uncounted. Sources: McCalpin, Memory Bandwidth and
 * Machine Balance in Current High Performance Computers, 1995 (loops of this kind); Ilic, Pratas
 * and Sousa, Cache-aware Roofline Model, 2014 (a roof for each size).
 */
final class Bandwidth {
  /** From what fits a first cache to what fits none. */
  static final int SMALLEST = 64 << 10;

  private static final int SIZES = 7;
  private static final int TRIALS = 5;
  private static final long BYTES_A_TRIAL = 256L << 20;

  private final double[] bytesPerSecond;

  /** For each size from 64 KiB on, four times the one before. */
  Bandwidth(double... bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond.clone();
  }

  /** Measures with so many threads. */
  static Bandwidth measure(int threads) {
    ExecutorService team = Executors.newFixedThreadPool(threads);
    try {
      return new Bandwidth(
          IntStream.range(0, SIZES).mapToDouble(i -> best(team, threads, size(i))).toArray());
    } finally {
      team.shutdown();
    }
  }

  private static long size(int number) {
    return (long) SMALLEST << 2 * number;
  }

  private static double best(ExecutorService team, int threads, long bytes) {
    int floats = (int) (bytes / (2L * Float.BYTES * threads));
    List<Stretches> arrays =
        IntStream.range(0, threads).mapToObj(i -> new Stretches(floats)).toList();
    int rounds = (int) Math.max(1, BYTES_A_TRIAL / bytes);
    double best = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long from = System.nanoTime();
      run(team, arrays, rounds);
      double seconds = (System.nanoTime() - from) / 1e9;
      best = Math.max(best, 3.0 * Float.BYTES * floats * threads * rounds / seconds);
    }
    return best;
  }

  private static void run(ExecutorService team, List<Stretches> arrays, int rounds) {
    List<Future<?>> running = new ArrayList<>();
    for (Stretches each : arrays) {
      running.add(team.submit(() -> each.run(rounds)));
    }
    for (Future<?> task : running) {
      try {
        task.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException("measuring the memory ended early", e);
      }
    }
  }

  /** For work on so many bytes; between two sizes measured, as on the larger. */
  double bytesPerSecond(double bytes) {
    int number = 0;
    while (number < bytesPerSecond.length - 1 && size(number) < bytes) {
      number++;
    }
    return bytesPerSecond[number];
  }

  /** What one thread works on. */
  private static final class Stretches {
    private final float[] a;
    private final float[] b;

    Stretches(int floats) {
      a = new float[floats];
      b = new float[floats];
    }

    void run(int rounds) {
      for (int round = 0; round < rounds; round++) {
        add(a, b, round);
      }
    }

    private static void add(float[] a, float[] b, float s) {
      for (int i = 0; i < a.length; i++) {
        a[i] = a[i] + s * b[i];
      }
    }
  }
}
