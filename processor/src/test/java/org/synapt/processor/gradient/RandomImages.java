package org.synapt.processor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Interpolation;
import org.synapt.processor.op.ZeroPadding;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/** What moves over images, drawn to suit the shape of a value, whose last axis are its channels. */
final class RandomImages {
  private final Random random;

  RandomImages(Random random) {
    this.random = random;
  }

  /** Windows over an image. */
  Windows over(Shape x) {
    return windows(x, axis -> over(x.extent(axis), 1 + random.nextInt(2)));
  }

  /** Windows each of which has some of the image, as dilated ones need not. */
  Windows pools(Shape x) {
    return windows(x, axis -> over(x.extent(axis), 1));
  }

  private Window over(int extent, int dilation) {
    int size = 1 + random.nextInt(3);
    int stride = 1 + random.nextInt(2);
    Window valid = Window.valid(extent, size, stride, dilation);
    return switch (random.nextInt(3)) {
      case 0 -> Window.same(extent, size, stride, dilation);
      case 1 -> Window.causal(extent, size, stride, dilation);
      default -> valid.count() > 0 ? valid : Window.valid(extent, 1, 1, 1);
    };
  }

  /** Windows of which there is one for each position of an image. */
  Windows towards(Shape x) {
    return windows(x, axis -> towards(x.extent(axis)));
  }

  private Window towards(int count) {
    int size = 1 + random.nextInt(3);
    int stride = 1 + random.nextInt(2);
    int extent = (count - 1) * stride + size;
    return random.nextBoolean()
        ? Window.valid(extent, size, stride, 1)
        : Window.same(count * stride, size, stride, 1);
  }

  private static Windows windows(Shape x, IntFunction<Window> axis) {
    return new Windows(IntStream.range(0, x.rank() - 1).mapToObj(axis).toList());
  }

  /** A number of groups that divides channels and filters. */
  int groups(int channels, int filters) {
    int wanted = 1 + random.nextInt(3);
    return channels % wanted == 0 && filters % wanted == 0 ? wanted : 1;
  }

  /** What a convolution's weight looks like that takes so many channels to so many filters. */
  static Shape weight(Convolution op, int channels, int filters) {
    return op.windows().kernel(channels / op.groups(), filters);
  }

  ZeroPadding padding(Shape x) {
    return ZeroPadding.pad(margins(x), margins(x));
  }

  private List<Integer> margins(Shape x) {
    return IntStream.range(0, x.rank()).mapToObj(axis -> random.nextInt(2)).toList();
  }

  /** Leaves something of each axis. */
  ZeroPadding cropping(Shape x) {
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int extent : x.extents()) {
      int all = random.nextInt(extent);
      before.add(all / 2);
      after.add(all - all / 2);
    }
    return ZeroPadding.crop(before, after);
  }

  Interpolation interpolation(Shape x) {
    return new Interpolation(random.nextInt(x.rank()), 2 + random.nextInt(2));
  }
}
