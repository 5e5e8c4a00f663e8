package org.synapt.processor.conformance;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How ONNX's axes are seen in a declaration: put in order, some of the first are the batch, the
 * others an example's own.
 *
 * @param leading how many axes make the batch; with none all of an array is one example
 * @param channelsLast whether ONNX's second axis, the channels, is put last
 */
record Frame(int leading, boolean channelsLast) {
  static final Frame WHOLE = new Frame(0, false);
  static final Frame EXAMPLES = new Frame(1, false);
  static final Frame CHANNELS_LAST = new Frame(1, true);

  /** How many examples an array holds. */
  int batch(Array array) {
    return order(array.rank())
        .limit(leading)
        .map(axis -> array.shape()[axis])
        .reduce(1, (a, b) -> a * b);
  }

  /** The extents of an example; those of a single number are {@code [1]}. */
  int[] shape(int... onnx) {
    if (onnx.length < leading) {
      throw new OutOfScope("an array without a batch");
    }
    int[] shape = order(onnx.length).skip(leading).map(axis -> onnx[axis]).toArray();
    return shape.length == 0 ? new int[] {1} : shape;
  }

  /** The elements as a network has them. */
  float[] floats(Array array) {
    return array.permuted(order(array.rank()).toArray()).floats();
  }

  /** Where an axis of ONNX's stands among an example's own. */
  int axis(int onnx, int rank) {
    int axis = onnx < 0 ? onnx + rank : onnx;
    int[] own = order(rank).skip(leading).toArray();
    return IntStream.range(0, own.length)
        .filter(i -> own[i] == axis)
        .findFirst()
        .orElseThrow(() -> new OutOfScope("an axis of the batch"));
  }

  /** Which of ONNX's axes each of ours is. */
  private IntStream order(int rank) {
    if (!channelsLast || rank <= 2) {
      return IntStream.range(0, rank);
    }
    return Stream.of(IntStream.of(0), IntStream.range(2, rank), IntStream.of(1))
        .flatMapToInt(axes -> axes);
  }
}
