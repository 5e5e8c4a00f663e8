package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.synapt.kernel.Windows;

/**
 * Those positions of an image that lie a stride apart along each axis: all of them are reached by
 * the same positions of the windows, so that a gradient of the image is gathered phase by phase.
 *
 * @param depth the first along the first of three axes
 * @param height the first along the second
 * @param width the first along the last
 */
record Phase(Windows windows, int depth, int height, int width) {
  /** All phases, which have each position once. */
  static List<Phase> of(Windows windows) {
    List<Phase> phases = new ArrayList<>();
    int last = windows.rank() - 1;
    for (int d = 0; d < count(windows, last - 2); d++) {
      for (int h = 0; h < count(windows, last - 1); h++) {
        for (int w = 0; w < count(windows, last); w++) {
          phases.add(new Phase(windows, d, h, w));
        }
      }
    }
    return phases;
  }

  private static int count(Windows windows, int axis) {
    return axis < 0 ? 1 : Math.min(windows.stride(axis), windows.extent(axis));
  }

  /** What the gradient of these positions is a sum of. */
  Field field() {
    int last = windows.rank() - 1;
    return new Field(
        Reach.gradient(windows, last - 2, depth),
        Reach.gradient(windows, last - 1, height),
        Reach.gradient(windows, last, width));
  }

  /** Which of all positions of the window a tap of the field is. */
  int position(Field field, int tap) {
    Reach h = field.height();
    Reach w = field.width();
    int d = field.depth().position(tap / w.taps() / h.taps());
    int line = d * size(1) + h.position(tap / w.taps() % h.taps());
    return line * size(0) + w.position(tap % w.taps());
  }

  /** From where a block's results lie, in rows of channels, to where they belong in the images. */
  StridedCopy spread(
      Block block, int channels, Nd4jBuffer results, int resultsAt, Nd4jBuffer images) {
    int heightStep = extent(0) * channels;
    int depthStep = extent(1) * heightStep;
    int imageStep = extent(2) * depthStep;
    int at =
        block.imageAt() * imageStep
            + (depth + block.depthAt() * stride(2)) * depthStep
            + (height + block.heightAt() * stride(1)) * heightStep
            + (width + block.widthAt() * stride(0)) * channels;
    int line = block.width() * channels;
    int plane = block.height() * line;
    return new StridedCopy(results, resultsAt, images, at)
        .axis(block.images(), block.depth() * plane, imageStep)
        .axis(block.depth(), plane, stride(2) * depthStep)
        .axis(block.height(), line, stride(1) * heightStep)
        .axis(block.width(), channels, stride(0) * channels)
        .axis(channels, 1, 1);
  }

  private int size(int fromLast) {
    int axis = windows.rank() - 1 - fromLast;
    return axis < 0 ? 1 : windows.size(axis);
  }

  private int extent(int fromLast) {
    int axis = windows.rank() - 1 - fromLast;
    return axis < 0 ? 1 : windows.extent(axis);
  }

  private int stride(int fromLast) {
    int axis = windows.rank() - 1 - fromLast;
    return axis < 0 ? 1 : windows.stride(axis);
  }
}
