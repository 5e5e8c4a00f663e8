package org.synapt.image;

import java.io.IOException;
import java.nio.file.Path;
import org.synapt.data.Interpolation;
import org.synapt.data.NdArray;

/**
 * How the images of a folder are read.
 *
 * @param range where their numbers go
 * @param labels how their classes are told
 * @param interpolation what lies between pixels
 * @param ratio what becomes of other proportions
 */
record ImageReading(
    PixelRange range, LabelMode labels, Interpolation interpolation, AspectRatio ratio) {

  static final ImageReading USUAL =
      new ImageReading(
          PixelRange.BYTE, LabelMode.CATEGORICAL, Interpolation.BILINEAR, AspectRatio.STRETCH);

  ImageReading with(PixelRange other) {
    return new ImageReading(other, labels, interpolation, ratio);
  }

  ImageReading with(LabelMode other) {
    return new ImageReading(range, other, interpolation, ratio);
  }

  ImageReading with(Interpolation other) {
    return new ImageReading(range, labels, other, ratio);
  }

  ImageReading with(AspectRatio other) {
    return new ImageReading(range, labels, interpolation, other);
  }

  /** An image of a shape, [rows, columns, channels]. */
  NdArray read(Path file, int[] shape) throws IOException {
    NdArray image = Images.read(file, shape[2], range);
    return Images.resize(ratio.adapt(image, shape[0], shape[1]), shape[0], shape[1], interpolation);
  }
}
