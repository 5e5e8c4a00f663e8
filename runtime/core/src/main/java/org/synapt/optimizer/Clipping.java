package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Optional;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** Keeps gradients small, by value or by norm. */
interface Clipping {
  /** What the options say; empty if gradients stay as they are. */
  static Optional<Clipping> of(UpdateOptions options, int[] ends) {
    if (options.clipValue() > 0) {
      return Optional.of(new ByValue((float) options.clipValue()));
    }
    if (options.clipNorm() > 0) {
      return Optional.of(new ByNorm(options.clipNorm(), false, ends));
    }
    if (options.globalClipNorm() > 0) {
      return Optional.of(new ByNorm(options.globalClipNorm(), true, ends));
    }
    return Optional.empty();
  }

  /** Looks at all gradients before any are clipped. */
  void measure(Update update, Buffer gradients);

  /** Whether what was measured makes something else of a gradient of 0: a norm was NaN. */
  default boolean reachesZeros() {
    return false;
  }

  /** Clips the gradients of a range of an array, in which that of {@code offset} lies at 0. */
  void clip(int offset, int from, int to, float[] g);

  /** To a range around 0. */
  record ByValue(float limit) implements Clipping {
    @Override
    public void measure(Update update, Buffer gradients) {}

    @Override
    public void clip(int offset, int from, int to, float[] g) {
      float most = limit;
      float least = -limit;
      for (int i = from; i < to; i++) {
        g[i] = Math.min(Math.max(g[i], least), most);
      }
    }
  }

  /** To a length, that of each array of parameters or that of all of them together. */
  final class ByNorm implements Clipping {
    private final double limit;
    private final boolean together;
    private final int[] ends;
    private final double[] squares;
    private final float[] factors;

    ByNorm(double limit, boolean together, int[] ends) {
      this.limit = limit;
      this.together = together;
      this.ends = ends;
      this.squares = new double[ends.length];
      this.factors = new float[ends.length];
    }

    @Override
    public void measure(Update update, Buffer gradients) {
      update.squares(ends, gradients, squares);
      if (together) {
        double all = 0;
        for (double square : squares) {
          all += square;
        }
        Arrays.fill(squares, all);
      }
      for (int i = 0; i < squares.length; i++) {
        factors[i] = (float) (limit / Math.max(Math.sqrt(squares[i]), limit));
      }
    }

    @Override
    public boolean reachesZeros() {
      boolean reaches = false;
      for (float factor : factors) {
        reaches |= Float.isNaN(factor);
      }
      return reaches;
    }

    @Override
    public void clip(int offset, int from, int to, float[] g) {
      int found = Arrays.binarySearch(ends, offset + from + 1);
      for (int array = found < 0 ? -1 - found : found, at = from; at < to; array++) {
        int end = Math.min(ends[array] - offset, to);
        if (factors[array] != 1) {
          scale(at, end, g, factors[array]);
        }
        at = end;
      }
    }

    private static void scale(int from, int to, float[] g, float factor) {
      for (int i = from; i < to; i++) {
        g[i] *= factor;
      }
    }
  }
}
