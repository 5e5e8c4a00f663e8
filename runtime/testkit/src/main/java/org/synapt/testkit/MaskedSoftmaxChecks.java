package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.MaskedSoftmax;

/** Softmax of scores of which some do not count, in place and not, with its gradient. */
final class MaskedSoftmaxChecks {
  /** Batch, heads, queries, keys. */
  private static final int[][] SHAPES = {
    {1, 1, 1, 1}, {3, 1, 7, 13}, {2, 3, 13, 7}, {1, 2, 64, 64}, {5, 1, 1, 207}, {2, 2, 13, 2_500}
  };

  private final Backend backend;
  private final MaskedSoftmax kernel;

  private MaskedSoftmaxChecks(Backend backend, MaskedSoftmax kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, MaskedSoftmax kernel) {
    MaskedSoftmaxChecks checks = new MaskedSoftmaxChecks(backend, kernel);
    return Stream.of(
        dynamicTest("softmax", () -> forAll(checks::softmax)),
        dynamicTest("softmax in place", () -> forAll(checks::softmaxInPlace)),
        dynamicTest("gradient", () -> forAll(checks::gradient)),
        dynamicTest("rows of which nothing counts", checks::nothingCounts),
        dynamicTest("far apart", checks::farApart),
        dynamicTest("NaN stays in its row", checks::notANumber));
  }

  /** One of the things to check. */
  private interface Check {
    void run(Scores scores);
  }

  /** Every shape, with and without each of the masks. */
  private static void forAll(Check check) {
    for (int[] shape : SHAPES) {
      for (int masks = 0; masks < 8; masks++) {
        check.run(new Scores(shape, (masks & 1) != 0, (masks & 2) != 0, (masks & 4) != 0));
      }
    }
  }

  private void softmax(Scores scores) {
    Slot x = Slot.read(normal(scores.floats(), 1));
    Slot y = Slot.written(scores.floats());
    Memory memory = scores.memory(backend, x, y);
    scores.softmax(kernel, x, y);
    memory.check("softmax");
    scores.softmax(x.before).agreesWith(scores.toString(), scores.n, y.floats());
  }

  private void softmaxInPlace(Scores scores) {
    Slot x = Slot.updated(normal(scores.floats(), 1));
    Memory memory = scores.memory(backend, x);
    scores.softmax(kernel, x, x);
    memory.check("softmax in place");
    scores.softmax(x.before).agreesWith(scores.toString(), scores.n, x.floats());
  }

  private void gradient(Scores scores) {
    Slot x = Slot.updated(normal(scores.floats(), 1));
    Slot dy = Slot.updated(normal(scores.floats(), 2));
    Memory memory = scores.memory(backend, x, dy);
    scores.softmax(kernel, x, x);
    float[] y = x.floats();
    scores.gradient(kernel, x, dy);
    memory.check("gradient");
    scores.gradient(y, dy.before).agreesWith(scores.toString(), scores.n, dy.floats());
  }

  /** Masks at both ends, with a gap, and nothing at all. */
  private void nothingCounts() {
    Scores scores = new Scores(new int[] {4, 1, 3, 5}, true, true, true);
    scores.mask(new float[] {1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1});
    scores.mask(new float[] {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1});
    softmax(scores);
    gradient(scores);
  }

  private void farApart() {
    Scores scores = new Scores(new int[] {1, 1, 3, 3}, false, false, true);
    scores.mask(new float[] {1, 1, 0});
    Slot x = Slot.read(1e20f, -1e20f, 0f, -1_000f, -1_001f, 2_000f, -1e20f, -1e20f, 1e20f);
    Slot y = Slot.written(9);
    Memory memory = scores.memory(backend, x, y);
    scores.softmax(kernel, x, y);
    memory.check("far apart");
    scores.softmax(x.before).agreesWith("far apart", 3, y.floats());
  }

  private void notANumber() {
    Scores scores = new Scores(new int[] {1, 1, 3, 2}, false, false, false);
    Slot x = Slot.read(1f, Float.NaN, Float.POSITIVE_INFINITY, 2f, 0f, 0f);
    Slot y = Slot.written(6);
    Memory memory = scores.memory(backend, x, y);
    scores.softmax(kernel, x, y);
    memory.check("NaN");
    scores.softmax(x.before).agreesWith("rows with NaN, +∞ and neither", 2, y.floats());
  }

  /** Scores of some shape with their masks, and what is computed of them in double precision. */
  private static final class Scores {
    private final int batch;
    private final int heads;
    private final int queries;
    private final int n;
    private final boolean causal;
    private Slot queryMask;
    private Slot keyMask;

    Scores(int[] shape, boolean causal, boolean asked, boolean masked) {
      batch = shape[0];
      heads = shape[1];
      queries = shape[2];
      n = shape[3];
      this.causal = causal;
      queryMask = Slot.read(asked ? someOf(batch * queries) : new float[0]);
      keyMask = Slot.read(masked ? someOf(batch * n) : new float[0]);
    }

    /** Most count; the first few and the last few do not. */
    private static float[] someOf(int length) {
      Random random = new Random(length);
      float[] mask = new float[length];
      for (int i = 0; i < length; i++) {
        boolean inside = i % 7 > 0 && i < length - 2;
        mask[i] = inside && random.nextInt(5) > 0 ? 1f : 0f;
      }
      return mask;
    }

    /** Puts the mask of the keys or of the queries, whichever is as long. */
    void mask(float[] mask) {
      if (mask.length == batch * n) {
        keyMask = Slot.read(mask);
      } else {
        queryMask = Slot.read(mask);
      }
    }

    int floats() {
      return batch * heads * queries * n;
    }

    Memory memory(Backend backend, Slot... slots) {
      Slot[] all = Arrays.copyOf(slots, slots.length + 2);
      all[slots.length] = queryMask;
      all[slots.length + 1] = keyMask;
      return Memory.of(backend, all);
    }

    void softmax(MaskedSoftmax kernel, Slot x, Slot y) {
      kernel.softmax(
          batch,
          heads,
          queries,
          n,
          causal,
          queryMask.buffer(),
          keyMask.buffer(),
          x.buffer(),
          y.buffer());
    }

    void gradient(MaskedSoftmax kernel, Slot y, Slot dy) {
      kernel.gradient(
          batch,
          heads,
          queries,
          n,
          causal,
          queryMask.buffer(),
          keyMask.buffer(),
          y.buffer(),
          dy.buffer(),
          dy.buffer());
    }

    private boolean counts(int row, int key) {
      int query = row % queries;
      int example = row / (heads * queries);
      float[] asked = queryMask.before;
      float[] masked = keyMask.before;
      return (asked.length == 0 || asked[example * queries + query] != 0)
          && (masked.length == 0 || masked[example * n + key] != 0)
          && (!causal || key <= query);
    }

    private boolean nothingCounts(int row) {
      for (int k = 0; k < n; k++) {
        if (counts(row, k)) {
          return false;
        }
      }
      return true;
    }

    Reference softmax(float[] x) {
      Reference y = new Reference(floats());
      for (int row = 0; row < batch * heads * queries; row++) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
          max = counts(row, k) ? Math.max(max, x[row * n + k]) : max;
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += counts(row, k) ? Math.exp(x[row * n + k] - max) : 0;
        }
        boolean nothing = nothingCounts(row);
        for (int k = 0; k < n; k++) {
          if (nothing) {
            y.add(row * n + k, 1.0 / n);
          } else if (counts(row, k)) {
            y.add(row * n + k, Math.exp(x[row * n + k] - max) / sum);
          }
        }
      }
      return y;
    }

    Reference gradient(float[] y, float[] dy) {
      Reference dx = new Reference(floats());
      for (int row = 0; row < batch * heads * queries; row++) {
        Reference sum = new Reference(1);
        for (int i = row * n; i < row * n + n; i++) {
          sum.add(0, (double) y[i] * dy[i]);
        }
        double factor = nothingCounts(row) ? 0 : 1;
        for (int i = row * n; i < row * n + n; i++) {
          dx.add(i, factor * y[i] * dy[i]);
          dx.add(i, -factor * y[i] * sum.sum(0), factor * Math.abs(y[i]) * sum.size(0));
        }
      }
      return dx;
    }

    @Override
    public String toString() {
      return String.join(
          " ",
          batch + " x " + heads + " x " + queries + " x " + n,
          causal ? "causal" : "",
          queryMask.before.length > 0 ? "queries" : "",
          keyMask.before.length > 0 ? "keys" : "");
    }
  }
}
