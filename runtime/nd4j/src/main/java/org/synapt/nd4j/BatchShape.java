package org.synapt.nd4j;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.network.Signature;

/** The shape of so many examples: {@code [b, 28, 28, 1]}. */
final class BatchShape {
  private final int[] example;
  private final long size;

  private BatchShape(int[] example) {
    this.example = example;
    this.size =
        Arrays.stream(example)
            .asLongStream()
            .map(extent -> Math.max(extent, 1))
            .reduce(1, Math::multiplyExact);
  }

  /** That of examples of some extents; none for a single number. */
  static BatchShape of(int... example) {
    return new BatchShape(example.clone());
  }

  /**
   * The same with what an array says in the places of extents that each batch decides; this where
   * the array is something else.
   */
  BatchShape in(INDArray array) {
    long[] found = array.shape();
    if (Arrays.stream(example).noneMatch(extent -> extent < 0)) {
      return this;
    } else if (found.length == example.length + 1) {
      BatchShape known =
          new BatchShape(
              IntStream.range(0, example.length)
                  .map(i -> example[i] < 0 ? Math.toIntExact(found[i + 1]) : example[i])
                  .toArray());
      return Arrays.equals(found, known.of(found[0])) ? known : this;
    }
    return found.length == 2 && found[1] % size == 0
        ? new BatchShape(new int[] {Math.toIntExact(found[1])})
        : this;
  }

  /** The floats of one example; an extent that each batch decides counts as 1. */
  int size() {
    return Math.toIntExact(size);
  }

  /** The extents of so many examples. */
  long[] of(long examples) {
    return LongStream.concat(LongStream.of(examples), Arrays.stream(example).asLongStream())
        .toArray();
  }

  /**
   * How many examples an array holds.
   *
   * @param name what the array is, for the message
   * @throws IllegalArgumentException if its shape is neither this one, nor {@code [b, size]}, nor
   *     {@code [b]} where an example is one float
   */
  long examples(String name, INDArray array) {
    long[] found = array.shape();
    boolean fits =
        found.length > 0
            && (Arrays.equals(found, of(found[0]))
                || found.length == 2 && found[1] == size
                || found.length == 1 && size == 1);
    if (!fits) {
      throw new IllegalArgumentException(
          name + " is " + Arrays.toString(found) + ", but takes " + this + remedy(name, found));
    }
    return found[0];
  }

  private String remedy(String name, long[] found) {
    long[] one = of(1);
    boolean single = Arrays.equals(found, Arrays.copyOfRange(one, 1, one.length));
    if (single || found.length == 0 && size == 1) {
      return "; for a single example, " + name + ".reshape(" + list(one) + ")";
    }
    int rank = found.length;
    if (rank > 2 && rank == example.length + 1 && Arrays.equals(lastFirst(of(found[0])), found)) {
      return "; its channels come first: " + name + ".permute(" + list(firstLast(rank)) + ")";
    }
    return "";
  }

  /** Where channels are the first of an example's axes. */
  private static long[] lastFirst(long[] shape) {
    long[] moved = shape.clone();
    System.arraycopy(shape, 1, moved, 2, shape.length - 2);
    moved[1] = shape[shape.length - 1];
    return moved;
  }

  /** The order of axes that puts channels last. */
  private static long[] firstLast(int rank) {
    return LongStream.concat(
            LongStream.concat(LongStream.of(0), LongStream.range(2, rank)), LongStream.of(1))
        .toArray();
  }

  private static String list(long[] numbers) {
    String text = Arrays.toString(numbers);
    return text.substring(1, text.length() - 1);
  }

  /** {@code [b, 28, 28, 1] or [b, 784]}. */
  @Override
  public String toString() {
    boolean any = IntStream.of(example).anyMatch(extent -> extent < 0);
    StringBuilder text = new StringBuilder("[b");
    text.append(example.length == 0 ? "]" : ", " + Signature.text(example).substring(1));
    if (any) {
      return text.toString();
    }
    if (example.length != 1) {
      text.append(" or [b, ").append(size).append(']');
    }
    if (size == 1 && example.length > 0) {
      text.append(" or [b]");
    }
    return text.toString();
  }
}
