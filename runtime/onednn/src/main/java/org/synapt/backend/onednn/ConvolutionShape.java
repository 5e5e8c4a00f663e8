package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.synapt.kernel.Windows;

/**
 * The extents of a convolution, in oneDNN's order of axes.
 *
 * <pre>x [b, c, image…]   W [groups, f / groups, c / groups, window…]   y [b, f, windows…]</pre>
 *
 * <p>In memory channels and filters are fastest; the weight lies as [window…, c / groups, f].
 *
 * @param batch the number of examples
 * @param channels the channels of x
 * @param filters the channels of y
 * @param groups how many groups there are
 * @param axes the axes of the image
 */
record ConvolutionShape(
    int batch, int channels, int filters, int groups, List<ConvolutionAxis> axes) {
  ConvolutionShape {
    axes = List.copyOf(axes);
  }

  static ConvolutionShape of(int batch, Windows windows, int channels, int filters, int groups) {
    List<ConvolutionAxis> axes = new ArrayList<>();
    for (int axis = 0; axis < windows.rank(); axis++) {
      axes.add(ConvolutionAxis.of(windows, axis));
    }
    return new ConvolutionShape(batch, channels, filters, groups, axes);
  }

  /** The same for other examples. */
  ConvolutionShape of(int examples) {
    return new ConvolutionShape(examples, channels, filters, groups, axes);
  }

  /** Windows of the first axis, for one example. */
  ConvolutionShape windows(int from, int to) {
    List<ConvolutionAxis> fewer = new ArrayList<>(axes);
    fewer.set(0, axes.get(0).windows(from, to));
    return new ConvolutionShape(1, channels, filters, groups, fewer);
  }

  /** The floats of an example's x that lie behind one another before the next of the first axis. */
  int imageLine() {
    return imageFloats() / axes.get(0).extent();
  }

  /** The floats of an example's y that lie behind one another before the next of the first axis. */
  int resultLine() {
    return resultFloats() / axes.get(0).count();
  }

  /** The floats of an example's x. */
  int imageFloats() {
    return channels * product(ConvolutionAxis::extent);
  }

  /** The floats of an example's y. */
  int resultFloats() {
    return filters * positions();
  }

  /** The windows over an example. */
  int positions() {
    return product(ConvolutionAxis::count);
  }

  int weightFloats() {
    return product(ConvolutionAxis::size) * (channels / groups) * filters;
  }

  /** Multiplications and additions for all examples. */
  long flops() {
    return 2L * batch * positions() * weightFloats();
  }

  private int product(ToIntFunction<ConvolutionAxis> number) {
    return axes.stream().mapToInt(number).reduce(1, (a, b) -> a * b);
  }

  long[] strides() {
    return axes.stream().mapToLong(ConvolutionAxis::stride).toArray();
  }

  /** Positions between those of a window, as oneDNN counts dilation. */
  long[] gaps() {
    return axes.stream().mapToLong(axis -> axis.dilation() - 1).toArray();
  }

  long[] before() {
    return axes.stream().mapToLong(ConvolutionAxis::before).toArray();
  }

  long[] after() {
    return axes.stream().mapToLong(ConvolutionAxis::after).toArray();
  }

  /** How x lies, in floats of a type. */
  Layout image(int type) {
    return channelsLast(type, channels, ConvolutionAxis::extent);
  }

  /** How y lies, in floats of a type. */
  Layout result(int type) {
    return channelsLast(type, filters, ConvolutionAxis::count);
  }

  private Layout channelsLast(int type, int depth, ToIntFunction<ConvolutionAxis> extent) {
    return Layout.channelsLast(type, batch, depth, axes.stream().mapToInt(extent).toArray());
  }

  /** The weight as oneDNN likes it best, in floats of a type. */
  Layout anyWeight(int type) {
    return Layout.any(type, weightExtents());
  }

  /** How the weight lies. */
  Layout weight() {
    int first = groups == 1 ? 0 : 1;
    long[] strides = new long[axes.size() + 2 + first];
    strides[0] = filters / groups;
    strides[first] = 1;
    strides[first + 1] = filters;
    long stride = (long) filters * (channels / groups);
    for (int axis = axes.size() - 1; axis >= 0; axis--) {
      strides[first + 2 + axis] = stride;
      stride *= axes.get(axis).size();
    }
    return Layout.strided(weightExtents(), strides);
  }

  private long[] weightExtents() {
    int first = groups == 1 ? 0 : 1;
    long[] extents = new long[axes.size() + 2 + first];
    extents[0] = groups;
    extents[first] = filters / groups;
    extents[first + 1] = channels / groups;
    for (int axis = 0; axis < axes.size(); axis++) {
      extents[first + 2 + axis] = axes.get(axis).size();
    }
    return extents;
  }

  @Override
  public String toString() {
    return batch
        + " examples of "
        + channels
        + " channels with "
        + filters
        + " filters in "
        + groups
        + " groups over "
        + axes;
  }
}
