package org.synapt.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import org.synapt.data.Interpolation;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;

/**
 * Reads, writes and resizes images as arrays.
 *
 * <pre>
 * image [rows, columns, channels]     1 channel grey, 3 red, green, blue, 4 with opacity behind
 * </pre>
 *
 * <p>Numbers go from 0 to 255 unless a {@link PixelRange} says otherwise. Grey is 0.299 red + 0.587
 * green + 0.114 blue, the luma of ITU-R BT.601. Images come as they lie in the file: the turn that
 * a camera notes in a photograph is not made, nor does Keras make it.
 */
public final class Images {
  private Images() {}

  /**
   * Reads an image with the channels that it has.
   *
   * @param file a PNG, JPEG, BMP or GIF file, of which a GIF's first image is taken
   * @return the image, 0 … 255
   * @throws MalformedFileException if it is no such file, is truncated or damaged, has colours
   *     other than grey or RGB, or has more than 67,108,864 pixels
   * @throws IOException if it cannot be read
   */
  public static NdArray read(Path file) throws IOException {
    return ImageDecoder.read(file);
  }

  /**
   * Reads an image with given channels and in a given range.
   *
   * @param file as in {@link #read(Path)}
   * @param channels 1, 3 or 4
   * @param range where its numbers go
   * @return the image
   * @throws MalformedFileException as {@link #read(Path)} does
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if there is another number of channels
   */
  public static NdArray read(Path file, int channels, PixelRange range) throws IOException {
    Channels.require(channels);
    requireNonNull(range, "range");
    NdArray image = Channels.convert(ImageDecoder.read(file), channels, PixelRange.BYTE);
    return range == PixelRange.BYTE ? image : scaled(image, 1f / 255);
  }

  private static NdArray scaled(NdArray image, float factor) {
    float[] values = image.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return NdArray.of(values).reshape(image.shape());
  }

  /**
   * Writes an image of numbers from 0 to 255, which are rounded.
   *
   * @param file its name ends in .png, .bmp, .jpg or .jpeg; written, or replaced as a whole
   * @param image [rows, columns], or [rows, columns, channels] with 1, 3 or 4 channels
   * @throws IOException if it cannot be written; an older file is still there then
   * @throws IllegalArgumentException if the name ends otherwise, the array has another shape, a
   *     number is out of range, or the format has no opacity
   */
  public static void write(Path file, NdArray image) throws IOException {
    write(file, image, PixelRange.BYTE);
  }

  /**
   * Writes an image of numbers in a given range.
   *
   * @param file its name ends in .png, .bmp, .jpg or .jpeg; written, or replaced as a whole
   * @param image [rows, columns], or [rows, columns, channels] with 1, 3 or 4 channels
   * @param range where its numbers go
   * @throws IOException if it cannot be written; an older file is still there then
   * @throws IllegalArgumentException if the name ends otherwise, the array has another shape, a
   *     number is out of range, or the format has no opacity
   */
  public static void write(Path file, NdArray image, PixelRange range) throws IOException {
    ImageEncoder.write(file, Channels.withChannels(image), range);
  }

  /**
   * An image with other channels: grey is spread over red, green and blue; opacity is dropped, or
   * full where there was none.
   *
   * @param image [rows, columns] or [rows, columns, channels]
   * @param channels 1, 3 or 4
   * @param range where its numbers go
   * @return the image, [rows, columns, channels]
   * @throws IllegalArgumentException if the array has another shape or there is another number of
   *     channels
   */
  public static NdArray channels(NdArray image, int channels, PixelRange range) {
    Channels.require(channels);
    return Channels.convert(Channels.withChannels(image), channels, range);
  }

  /**
   * Any numbers as an image from 0 to 1: the least becomes 0, the greatest 1.
   *
   * @param values of any shape
   * @return an array of the same shape; 0.5 all over where all numbers are equal
   */
  public static NdArray stretch(NdArray values) {
    float[] stretched = values.toArray();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (float value : stretched) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    for (int i = 0; i < stretched.length; i++) {
      stretched[i] =
          least == greatest ? 0.5f : (float) ((stretched[i] - least) / (greatest - least));
    }
    return NdArray.of(stretched).reshape(values.shape());
  }

  /**
   * An image of another size, bilinear: each new pixel's centre is put on the old image, and the
   * four pixels around count by their nearness.
   *
   * <p>Nothing is smoothed first, so an image that shrinks to less than half loses pixels, as in
   * TensorFlow's tf.image.resize without antialias. Sides that can be halved several times suit
   * networks that pool.
   *
   * @param image [rows, columns] or [rows, columns, channels]
   * @param rows the new rows, at least 1
   * @param columns the new columns, at least 1
   * @return the image, with as many axes as before
   * @throws IllegalArgumentException if the array has another shape, or the new one is none
   */
  public static NdArray resize(NdArray image, int rows, int columns) {
    return resize(image, rows, columns, Interpolation.BILINEAR);
  }

  /**
   * An image of another size; each new pixel's centre is put on the old image.
   *
   * @param image [rows, columns] or [rows, columns, channels]
   * @param rows the new rows, at least 1
   * @param columns the new columns, at least 1
   * @param interpolation what lies between the old pixels
   * @return the image, with as many axes as before
   * @throws IllegalArgumentException if the array has another shape, or the new one is none
   */
  public static NdArray resize(NdArray image, int rows, int columns, Interpolation interpolation) {
    requireNonNull(interpolation, "interpolation");
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "an image needs at least 1 row and 1 column, not " + rows + " and " + columns);
    }
    if ((long) rows * columns > Integer.MAX_VALUE / 8) {
      throw new IllegalArgumentException(
          "no image is made of " + rows + " rows and " + columns + " columns; make it smaller");
    }
    NdArray resized = Resizing.resize(Channels.withChannels(image), rows, columns, interpolation);
    return image.rank() == 2 ? resized.reshape(rows, columns) : resized;
  }
}
