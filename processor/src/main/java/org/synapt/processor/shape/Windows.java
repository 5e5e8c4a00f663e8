package org.synapt.processor.shape;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How a window moves over an image: along each of its axes, of which there are one to three. The
 * channels, which it always takes all, do not count.
 */
public record Windows(List<Window> axes) {

  /** Copies the list. */
  public Windows {
    axes = List.copyOf(axes);
  }

  public static Windows of(Window... axes) {
    return new Windows(List.of(axes));
  }

  /** {@code [rows, columns, channels]} of what the windows move over. */
  public Shape image(int channels) {
    return shape(Window::extent, channels);
  }

  /** {@code [rows, columns, channels]} of what has one position for each window. */
  public Shape result(int channels) {
    return shape(Window::count, channels);
  }

  /** {@code [rows, columns, in, out]} of what has a number for each position of a window. */
  public Shape kernel(int in, int out) {
    Shape window = shape(Window::size, in);
    return window.inserting(window.rank(), out);
  }

  /** How many positions a window takes. */
  public long size() {
    return axes.stream().mapToLong(Window::size).reduce(1, (a, b) -> a * b);
  }

  /** Whether there is a window for each position, which takes that position alone. */
  public boolean arePositions() {
    return size() == 1 && result(1).equals(image(1));
  }

  private Shape shape(ToIntFunction<Window> extent, int last) {
    List<Integer> extents = new ArrayList<>();
    axes.forEach(axis -> extents.add(extent.applyAsInt(axis)));
    extents.add(last);
    return new Shape(extents);
  }

  /** {@code [3 of 28 padded 1+1, 3 of 28 padded 1+1]}. */
  @Override
  public String toString() {
    return axes.stream().map(Window::toString).collect(joining(", ", "[", "]"));
  }
}
