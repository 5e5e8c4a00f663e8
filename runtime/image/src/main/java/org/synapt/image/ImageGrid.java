package org.synapt.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synapt.data.NdArray;

/**
 * Images beside and below one another in a single one, with gaps: what the kernels of a convolution
 * look like, or what each of its channels answers to an image.
 *
 * <pre>{@code
 * Parameter edges = network.parameter("edges.weight");
 * NdArray kernels = NdArray.of(edges.get()).reshape(edges.shape());
 * Images.write(file, ImageGrid.scale(8).kernels(kernels), PixelRange.UNIT);
 * }</pre>
 *
 * <p>A grid never changes: each method gives another. Numbers go from 0 to 1. After: Zeiler and
 * Fergus, Visualizing and Understanding Convolutional Networks, 2013; Chollet, Deep Learning with
 * Python, 2017, section 5.4.
 */
public final class ImageGrid {
  private final int scale;
  private final int gap;
  private final float shade;
  private final int columns;

  private ImageGrid(int scale, int gap, float shade, int columns) {
    this.scale = scale;
    this.gap = gap;
    this.shade = shade;
    this.columns = columns;
  }

  /**
   * A grid as nearly square as can be, with white gaps of a pixel.
   *
   * @param factor how many rows and columns are made of one
   * @return the grid
   * @throws IllegalArgumentException if it is below 1
   */
  public static ImageGrid scale(int factor) {
    return new ImageGrid(atLeast(1, "a scale", factor), 1, 1, 0);
  }

  /**
   * The same grid with other gaps.
   *
   * @param pixels between images, 0 or above; they are not scaled
   * @param grey what they are filled with, from 0 for black to 1 for white
   * @return the grid
   * @throws IllegalArgumentException if one is out of range
   */
  public ImageGrid gap(int pixels, double grey) {
    if (!(grey >= 0 && grey <= 1)) {
      throw new IllegalArgumentException(
          "the grey of a gap goes from 0 for black to 1 for white; it cannot be " + grey);
    }
    return new ImageGrid(scale, atLeast(0, "a gap", pixels), (float) grey, columns);
  }

  /**
   * The same grid of another width.
   *
   * @param count how many images stand beside one another
   * @return the grid
   * @throws IllegalArgumentException if it is below 1
   */
  public ImageGrid columns(int count) {
    return new ImageGrid(scale, gap, shade, atLeast(1, "the columns of a grid", count));
  }

  private static int atLeast(int least, String what, int found) {
    if (found < least) {
      throw new IllegalArgumentException(what + " must be " + least + " or above, not " + found);
    }
    return found;
  }

  /**
   * The kernels of a convolution, each from its least weight, black, to its greatest, white.
   *
   * <p>Kernels over 3 channels come in colour and those over 1 in grey. Of others each channel has
   * an image of its own in grey, those of a kernel in a row unless {@link #columns} told otherwise.
   *
   * @param weight [rows, columns, in, out]
   * @return the grid as an image, [rows, columns, 1] or [rows, columns, 3]
   * @throws IllegalArgumentException if it has another number of axes, or the image were too large
   */
  public NdArray kernels(NdArray weight) {
    if (weight.rank() != 4 || weight.size() == 0) {
      throw new IllegalArgumentException(
          "kernels have the shape [rows, columns, in, out], not "
              + Arrays.toString(weight.shape()));
    }
    int in = weight.extent(2);
    int out = weight.extent(3);
    float[] values = weight.toArray();
    boolean whole = in == 1 || in == 3;
    List<NdArray> tiles = new ArrayList<>();
    for (int filter = 0; filter < out; filter++) {
      NdArray kernel = every(out, filter, values, weight.extent(0), weight.extent(1), in);
      NdArray shown = Images.stretch(kernel);
      if (whole) {
        tiles.add(shown);
      } else {
        tiles.addAll(channelsOf(shown));
      }
    }
    return (whole || columns > 0 ? this : columns(in)).images(tiles);
  }

  /**
   * What a layer answers to an image, a grey image for each channel, from its least number, black,
   * to its greatest, white.
   *
   * @param value what {@code network.value(row, image)} gave for one image, [rows, columns,
   *     channels]
   * @return the grid as an image, [rows, columns, 1]
   * @throws IllegalArgumentException if it has another number of axes, or the image were too large
   */
  public NdArray channels(NdArray value) {
    if (value.rank() != 3 || value.size() == 0) {
      throw new IllegalArgumentException(
          "a layer's channels have the shape [rows, columns, channels], not "
              + Arrays.toString(value.shape()));
    }
    return images(channelsOf(value).stream().map(Images::stretch).toList());
  }

  private static List<NdArray> channelsOf(NdArray image) {
    int channels = image.extent(2);
    float[] values = image.toArray();
    List<NdArray> each = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      each.add(every(channels, channel, values, image.extent(0), image.extent(1), 1));
    }
    return each;
  }

  /** Every {@code step}-th number from the first one on, as an image. */
  private static NdArray every(int step, int first, float[] values, int... shape) {
    float[] taken = new float[values.length / step];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = values[i * step + first];
    }
    return NdArray.of(taken).reshape(shape);
  }

  /**
   * Images as they are.
   *
   * @param images at least one, all of one shape: [rows, columns] or [rows, columns, channels] with
   *     1, 3 or 4 channels, from 0 to 1
   * @return the grid as an image, [rows, columns, channels]
   * @throws IllegalArgumentException if there are none, one has another shape than the first, or
   *     the image were too large
   */
  public NdArray images(List<NdArray> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("a grid needs at least one image");
    }
    NdArray first = Channels.withChannels(images.get(0));
    int beside = columns > 0 ? columns : (int) Math.ceil(Math.sqrt(images.size()));
    int below = (images.size() + beside - 1) / beside;
    int[] shape = shape(below, beside, first);
    int width = shape[1];
    float[] grid = new float[shape[0] * width * first.extent(2)];
    Arrays.fill(grid, shade);
    for (int i = 0; i < images.size(); i++) {
      NdArray image = Channels.withChannels(images.get(i));
      if (!Arrays.equals(image.shape(), first.shape())) {
        throw new IllegalArgumentException(
            "image "
                + i
                + " of a grid is "
                + Arrays.toString(image.shape())
                + " but image 0 is "
                + Arrays.toString(first.shape()));
      }
      draw(image, grid, width, i / beside, i % beside);
    }
    return NdArray.of(grid).reshape(shape);
  }

  private int[] shape(int below, int beside, NdArray image) {
    double rows = side(below, image.extent(0));
    double width = side(beside, image.extent(1));
    if (rows * width * image.extent(2) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a grid of "
              + below
              + " x "
              + beside
              + " images of "
              + image.extent(0)
              + " rows and "
              + image.extent(1)
              + " columns, "
              + scale
              + " times as large, is too large for an array");
    }
    return new int[] {(int) rows, (int) width, image.extent(2)};
  }

  private double side(int tiles, int extent) {
    return (double) tiles * extent * scale + (tiles - 1.0) * gap;
  }

  private void draw(NdArray image, float[] grid, int width, int down, int across) {
    int channels = image.extent(2);
    int height = image.extent(0) * scale;
    int breadth = image.extent(1) * scale;
    float[] values = image.toArray();
    for (int i = 0; i < height; i++) {
      int at = ((down * (height + gap) + i) * width + across * (breadth + gap)) * channels;
      for (int j = 0; j < breadth; j++) {
        int from = (i / scale * image.extent(1) + j / scale) * channels;
        System.arraycopy(values, from, grid, at + j * channels, channels);
      }
    }
  }
}
