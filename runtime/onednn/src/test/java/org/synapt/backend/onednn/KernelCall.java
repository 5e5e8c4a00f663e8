package org.synapt.backend.onednn;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Copy;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.OneHot;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Permute;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Spread;
import org.synapt.kernel.ZeroPadding;

/** Calls of kernels that move, draw and add up; most are large enough to be divided. */
enum KernelCall {
  MASK(RandomMask.class, (kernel, x, y) -> kernel.fill(199_999, 0.3f, 7, y)),
  SHORT_MASK(RandomMask.class, (kernel, x, y) -> kernel.fill(13, 0.3f, -1, y)),
  ALPHA_MASK(RandomMask.class, (kernel, x, y) -> kernel.fillAlpha(199_999, 0.3f, 7, x, y)),
  NORMAL(RandomNormal.class, (kernel, x, y) -> kernel.fill(199_999, 1f, 2f, 7, y)),
  ONE_HOT(OneHot.class, (kernel, x, y) -> kernel.encode(2_999, 100, x, y)),
  WIDE_ONE_HOT(OneHot.class, (kernel, x, y) -> kernel.encode(7, 9_000, x, y)),
  COPY(Copy.class, (kernel, x, y) -> kernel.columns(2_999, 50, x, 3, 70, y, 20, 100)),
  WHOLE_COPY(Copy.class, (kernel, x, y) -> kernel.columns(2_999, 100, x, 0, 100, y, 0, 100)),
  SPREAD(Spread.class, (kernel, x, y) -> kernel.spread(3, 100, 999, x, y)),
  SPREAD_SHORT_ROWS(Spread.class, (kernel, x, y) -> kernel.spread(999, 100, 3, x, y)),
  SPREAD_FEW_SHORT_ROWS(Spread.class, (kernel, x, y) -> kernel.spread(2, 9_999, 15, x, y)),
  SPREAD_A_LITTLE(Spread.class, (kernel, x, y) -> kernel.spread(30_000, 3, 3, x, y)),
  PAD(ZeroPadding.class, (kernel, x, y) -> kernel.pad(7, Axes.IMAGE, Axes.MARGINS, x, y)),
  CROP(ZeroPadding.class, (kernel, x, y) -> kernel.crop(7, Axes.IMAGE, Axes.MARGINS, x, y)),
  PAD_SMALL(ZeroPadding.class, (kernel, x, y) -> kernel.pad(999, Axes.ICON, Axes.MARGINS, x, y)),
  PAD_CHANNELS(
      ZeroPadding.class, (kernel, x, y) -> kernel.pad(40, Axes.NARROW, Axes.CHANNELS, x, y)),
  CROP_CHANNELS(
      ZeroPadding.class, (kernel, x, y) -> kernel.crop(40, Axes.NARROW, Axes.CHANNELS, x, y)),
  PERMUTE(Permute.class, (kernel, x, y) -> kernel.permute(10, Axes.IMAGE, Axes.ROTATED, x, y)),
  PENALTY(Penalty.class, (kernel, x, y) -> kernel.sum(299_999, 0.1f, 0.2f, x, y)),
  PENALTY_GRADIENT(Penalty.class, (kernel, x, y) -> kernel.gradient(299_999, 0, 0.2f, x, y)),
  PENALTY_GRADIENT_ADDED(
      Penalty.class, (kernel, x, y) -> kernel.gradientAdd(299_999, 0.1f, 0.2f, x, y)),
  NORMS(Constrain.class, (kernel, x, y) -> kernel.norms(Axes.MATRIX, Axes.FIRST, 0.5f, 2, 0.9f, x)),
  NON_NEGATIVE(Constrain.class, (kernel, x, y) -> kernel.nonNegative(299_999, x)),
  SHARE(
      Share.class,
      (kernel, x, y) -> {
        Axes.TOTAL[0] = kernel.total(9_999, x, x);
        y.put(0, Axes.TOTAL, 0, 1);
      }),
  SUM_OF_SHORT_ROWS(Reduce.class, (kernel, x, y) -> kernel.sum(2_999, 100, 1, x, y)),
  SUM_OF_COLUMNS(Reduce.class, (kernel, x, y) -> kernel.sum(1, 9_300, 32, x, y)),
  SUM_ADDED(Reduce.class, (kernel, x, y) -> kernel.sumAdd(2, 4_600, 32, x, y)),
  MAX_OF_COLUMNS(Reduce.class, (kernel, x, y) -> kernel.max(3, 900, 111, x, y));

  /** How many floats x has, and y as many. */
  static final int FLOATS = 300_000;

  private final Pair<?> pair;

  <K extends Kernel> KernelCall(Class<K> type, Call<K> call) {
    this.pair = new Pair<>(type, call);
  }

  /** Which kernel is called. */
  Class<? extends Kernel> type() {
    return pair.type;
  }

  /** Calls a kernel of that type. */
  void run(Kernel kernel, Buffer x, Buffer y) {
    pair.run(kernel, x, y);
  }

  /** What x holds before: every other float is the number of a class. */
  static float[] input() {
    float[] floats = Site.normal(FLOATS);
    for (int i = 0; i < FLOATS; i += 2) {
      floats[i] = 7 * i % 100;
    }
    return floats;
  }

  private interface Call<K> {
    void run(K kernel, Buffer x, Buffer y);
  }

  private record Pair<K extends Kernel>(Class<K> type, Call<K> call) {
    void run(Kernel kernel, Buffer x, Buffer y) {
      call.run(type.cast(kernel), x, y);
    }
  }

  /** Made once, for a call allocates nothing. */
  private static final class Axes {
    static final int[] IMAGE = {29, 31, 33};
    static final int[] ICON = {9, 7, 1};
    static final int[] MARGINS = {1, 2, 0, 3, 0, 0};
    static final int[] NARROW = {29, 31, 4};
    static final int[] CHANNELS = {0, 0, 0, 0, 1, 2};
    static final int[] ROTATED = {2, 0, 1};
    static final int[] MATRIX = {500, 600};
    static final int[] FIRST = {0};
    static final float[] TOTAL = new float[1];
  }
}
