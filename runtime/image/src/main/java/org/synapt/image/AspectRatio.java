package org.synapt.image;

import java.util.Locale;
import org.synapt.data.NdArray;

/**
 * What becomes of an image whose sides are not in the proportion of those it is brought to.
 *
 * <p>Source: Keras, keras.utils.image_dataset_from_directory.
 */
public enum AspectRatio {
  /** The image is stretched; what Keras does unless told otherwise. */
  STRETCH,
  /** The largest part from the middle is taken; Keras's crop_to_aspect_ratio. */
  CROP,
  /** The image is put in the middle of the smallest black one; Keras's pad_to_aspect_ratio. */
  PAD;

  private static final long MOST_PIXELS = 1L << 26;

  /** The image with sides in proportion, as nearly as whole pixels can be. */
  NdArray adapt(NdArray image, int rows, int columns) {
    int height = image.extent(0);
    int width = image.extent(1);
    long fullHeight = Math.max(1, (long) width * rows / columns);
    long fullWidth = Math.max(1, (long) height * columns / rows);
    return switch (this) {
      case STRETCH -> image;
      case CROP -> framed(image, Math.min(height, fullHeight), Math.min(width, fullWidth));
      case PAD -> framed(image, Math.max(height, fullHeight), Math.max(width, fullWidth));
    };
  }

  /** What a frame around the middle holds, be it smaller or larger than the image. */
  private static NdArray framed(NdArray image, long height, long width) {
    if (height > MOST_PIXELS / width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an image of %,d rows and %,d columns would have to be padded to %,d rows and %,d"
                  + " columns; crop or stretch it",
              image.extent(0),
              image.extent(1),
              height,
              width));
    }
    int rows = (int) height;
    int columns = (int) width;
    int channels = image.extent(2);
    int above = middle(rows, image.extent(0));
    int before = middle(columns, image.extent(1));
    int from = Math.max(0, before);
    int to = Math.min(columns, before + image.extent(1));
    float[] x = image.toArray();
    float[] y = new float[Math.multiplyExact(Math.multiplyExact(rows, columns), channels)];
    for (int i = Math.max(0, above); i < Math.min(rows, above + image.extent(0)); i++) {
      int read = ((i - above) * image.extent(1) + from - before) * channels;
      System.arraycopy(x, read, y, (i * columns + from) * channels, (to - from) * channels);
    }
    return NdArray.of(y).reshape(rows, columns, channels);
  }

  private static int middle(int frame, int image) {
    return frame >= image ? (frame - image) / 2 : -((image - frame) / 2);
  }
}
