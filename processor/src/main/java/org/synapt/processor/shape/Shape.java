package org.synapt.processor.shape;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The extents of a value, without the batch: {@code [28, 28, 1]}; {@code []} is a single number.
 */
public record Shape(List<Integer> extents) {

  /** Copies the extents. */
  public Shape {
    extents = List.copyOf(extents);
  }

  public static Shape of(int... extents) {
    return new Shape(Arrays.stream(extents).boxed().toList());
  }

  public int rank() {
    return extents.size();
  }

  public int extent(int axis) {
    return extents.get(axis);
  }

  public int last() {
    return extents.get(rank() - 1);
  }

  /** The number of elements; long, because a declaration may ask for more than an index counts. */
  public long size() {
    return product(0, rank());
  }

  /** The elements of the axes from one up to another. */
  public long product(int from, int to) {
    return IntStream.range(from, to).mapToLong(extents::get).reduce(1, Shape::timesSaturating);
  }

  private static long timesSaturating(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  /** All axes but the last. */
  public Shape withoutLast() {
    return without(rank() - 1);
  }

  public Shape without(int axis) {
    List<Integer> rest = new ArrayList<>(extents);
    rest.remove(axis);
    return new Shape(rest);
  }

  /** The same with another extent along one axis. */
  public Shape with(int axis, int extent) {
    List<Integer> changed = new ArrayList<>(extents);
    changed.set(axis, extent);
    return new Shape(changed);
  }

  /** The same with a further axis in front of one. */
  public Shape inserting(int axis, int extent) {
    List<Integer> changed = new ArrayList<>(extents);
    changed.add(axis, extent);
    return new Shape(changed);
  }

  /** The axes in another order: axis i of the result is axis order[i] of this. */
  public Shape permuted(List<Integer> order) {
    return new Shape(order.stream().map(extents::get).toList());
  }

  /** {@code [b, 28, 28, 1]}. */
  public String batched() {
    return rank() == 0 ? "[b]" : "[b, " + toString().substring(1);
  }

  @Override
  public String toString() {
    return extents.stream().map(String::valueOf).collect(joining(", ", "[", "]"));
  }
}
