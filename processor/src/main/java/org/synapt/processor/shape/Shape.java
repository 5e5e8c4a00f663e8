package org.synapt.processor.shape;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The extents of a value, without the batch: {@code [28, 28, 1]}; {@code []} is a single number.
 *
 * <p>An extent below 0 is a symbol, which stands for a number that each batch decides: {@code [any,
 * 128]}. Equal symbols are equal numbers.
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

  /**
   * The number of elements, if each symbol were 1; long, because a declaration may ask for more
   * than an index counts.
   */
  public long size() {
    return product(0, rank());
  }

  /** The elements of the axes from one up to another, if each symbol were 1. */
  public long product(int from, int to) {
    return count(from, to).coefficient();
  }

  /** The number of elements. */
  public Count count() {
    return count(0, rank());
  }

  /** The elements of the axes from one up to another. */
  public Count count(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(axis -> Count.ofExtent(extent(axis)))
        .reduce(Count.of(1), Count::times);
  }

  /** The symbols among the extents, {@code any} first; one that stands twice comes twice. */
  public List<Integer> symbols() {
    return symbols(0, rank());
  }

  /** The symbols among the extents of the axes from one up to another. */
  public List<Integer> symbols(int from, int to) {
    return count(from, to).symbols();
  }

  public boolean hasSymbols() {
    return !symbols().isEmpty();
  }

  /** Whether each batch decides how long an axis is. */
  public boolean isSymbol(int axis) {
    return extent(axis) < 0;
  }

  /** An extent as people read it: {@code 28}, {@code any}, {@code any2}. */
  public static String text(int extent) {
    return extent >= 0 ? String.valueOf(extent) : extent == -1 ? "any" : "any" + -extent;
  }

  static long timesSaturating(long a, long b) {
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

  /** These axes and others behind them. */
  public Shape followedBy(Shape others) {
    List<Integer> all = new ArrayList<>(extents);
    all.addAll(others.extents);
    return new Shape(all);
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
    return extents.stream().map(Shape::text).collect(joining(", ", "[", "]"));
  }
}
