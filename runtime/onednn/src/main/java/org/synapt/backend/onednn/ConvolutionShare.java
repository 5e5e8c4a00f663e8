package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import org.synapt.backend.java.Parts;

/**
 * A piece of a convolution: some examples, or some windows of one.
 *
 * @param shape its own extents
 * @param imageAt where its x begins in the whole x
 * @param resultAt where its y begins in the whole y
 */
record ConvolutionShare(ConvolutionShape shape, int imageAt, int resultAt) {
  /** What a thread should have to do at least, in operations: some 10 µs. */
  private static final long LEAST = 1_700_000;

  /** Operations in the time in which a float is moved. */
  private static final long PER_FLOAT = 16;

  /**
   * Divides a convolution.
   *
   * @param whole what is divided
   * @param parts how many shares there may be
   * @param least the windows that a share has at least
   * @param windows whether examples may be divided where they are fewer than the parts; shares then
   *     overlap in x
   * @return at least one share
   */
  static List<ConvolutionShare> of(ConvolutionShape whole, int parts, int least, boolean windows) {
    long fewest = Math.min(work(whole) / LEAST, (long) whole.batch() * whole.positions() / least);
    int worthwhile = (int) Math.min(parts, Math.max(1, fewest));
    int pieces = worthwhile / whole.batch();
    if (windows && pieces > 1 && whole.axes().get(0).canBeDivided(pieces)) {
      return windows(whole, pieces);
    }
    int shares = Math.min(worthwhile, whole.batch());
    List<ConvolutionShare> all = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      int from = Parts.begin(whole.batch(), i, shares);
      all.add(examples(whole, 0, 0, from, Parts.begin(whole.batch(), i + 1, shares)));
    }
    return all;
  }

  private static long work(ConvolutionShape shape) {
    long floats = shape.batch() * ((long) shape.imageFloats() + shape.resultFloats());
    return shape.flops() + PER_FLOAT * floats;
  }

  private static List<ConvolutionShare> windows(ConvolutionShape whole, int pieces) {
    ConvolutionAxis axis = whole.axes().get(0);
    List<ConvolutionShare> all = new ArrayList<>();
    for (int example = 0; example < whole.batch(); example++) {
      for (int i = 0; i < pieces; i++) {
        int from = Parts.begin(axis.count(), i, pieces);
        all.add(
            new ConvolutionShare(
                whole.windows(from, Parts.begin(axis.count(), i + 1, pieces)),
                example * whole.imageFloats() + axis.firstSeen(from) * whole.imageLine(),
                example * whole.resultFloats() + from * whole.resultLine()));
      }
    }
    return all;
  }

  /** Some examples at a time. */
  List<ConvolutionShare> chunks(int examples) {
    List<ConvolutionShare> all = new ArrayList<>();
    for (int from = 0; from < shape.batch(); from += examples) {
      int to = Math.min(shape.batch(), from + examples);
      all.add(examples(shape, imageAt, resultAt, from, to));
    }
    return all;
  }

  private static ConvolutionShare examples(
      ConvolutionShape shape, int imageAt, int resultAt, int from, int to) {
    return new ConvolutionShare(
        shape.of(to - from),
        imageAt + from * shape.imageFloats(),
        resultAt + from * shape.resultFloats());
  }
}
