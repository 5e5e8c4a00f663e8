package org.synapt.image;

import java.util.Arrays;
import org.synapt.data.NdArray;

/** The channels of an image: grey, or red, green and blue, or these and opacity. */
final class Channels {
  private Channels() {}

  static void require(int channels) {
    if (channels != 1 && channels != 3 && channels != 4) {
      throw new IllegalArgumentException(
          "an image has 1 channel (grey), 3 (RGB) or 4 (RGBA), not " + channels);
    }
  }

  /** An image whose channels have an axis, which they need not have if it is grey. */
  static NdArray withChannels(NdArray image) {
    int[] shape = image.shape();
    if (shape.length < 2 || shape.length > 3 || image.size() == 0) {
      throw new IllegalArgumentException(
          "an image has the shape [rows, columns] or [rows, columns, channels], not "
              + Arrays.toString(shape));
    }
    if (shape.length == 2) {
      return image.reshape(shape[0], shape[1], 1);
    }
    if (shape[2] != 1 && shape[2] != 3 && shape[2] != 4) {
      throw new IllegalArgumentException(
          "an image of the shape "
              + Arrays.toString(shape)
              + " has "
              + shape[2]
              + " channels, but 1 (grey), 3 (RGB) or 4 (RGBA) go last"
              + (shape[0] == 1 || shape[0] == 3 || shape[0] == 4
                  ? "; transpose(1, 2, 0) puts the first axis there"
                  : ""));
    }
    return image;
  }

  static NdArray convert(NdArray image, int channels, PixelRange range) {
    int from = image.extent(2);
    if (from == channels) {
      return image;
    }
    float[] read = image.toArray();
    int pixels = read.length / from;
    float[] values = new float[Math.multiplyExact(pixels, channels)];
    for (int pixel = 0; pixel < pixels; pixel++) {
      int x = pixel * from;
      int y = pixel * channels;
      if (channels == 1) {
        values[y] = 0.299f * read[x] + 0.587f * read[x + 1] + 0.114f * read[x + 2];
      } else {
        for (int channel = 0; channel < 3; channel++) {
          values[y + channel] = read[from == 1 ? x : x + channel];
        }
        if (channels == 4) {
          values[y + 3] = range.white();
        }
      }
    }
    return NdArray.of(values).reshape(image.extent(0), image.extent(1), channels);
  }
}
