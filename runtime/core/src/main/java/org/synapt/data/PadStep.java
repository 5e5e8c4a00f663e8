package org.synapt.data;

import java.util.Arrays;
import java.util.Optional;

/** Puts a margin around an image. */
record PadStep(ImageShape from, ImageShape shape, FillMode mode, float fill) implements ImageStep {

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    int above = (shape.rows() - from.rows()) / 2;
    int before = (shape.columns() - from.columns()) / 2;
    int width = shape.columns() * shape.channels();
    for (int i = 0; i < shape.rows(); i++) {
      int row = mode.pixel(i - above, from.rows());
      if (row < 0) {
        Arrays.fill(y, yAt + i * width, yAt + (i + 1) * width, fill);
      } else {
        pad(x, xAt + from.at(row, 0), y, yAt + i * width, before);
      }
    }
  }

  private void pad(float[] x, int xAt, float[] y, int yAt, int before) {
    int channels = shape.channels();
    for (int j = 0; j < shape.columns(); j++) {
      int column = mode.pixel(j - before, from.columns());
      int at = yAt + j * channels;
      if (column < 0) {
        Arrays.fill(y, at, at + channels, fill);
      } else {
        System.arraycopy(x, xAt + column * channels, y, at, channels);
      }
    }
  }

  @Override
  public Optional<ImageStep> settled() {
    return Optional.of(this);
  }
}
