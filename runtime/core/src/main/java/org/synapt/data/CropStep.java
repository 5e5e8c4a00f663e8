package org.synapt.data;

import java.util.Optional;

/** Takes a part of an image; where it lies is drawn, or it lies in the middle. */
record CropStep(ImageShape from, ImageShape shape, boolean central) implements ImageStep {

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    int above = from.rows() - shape.rows();
    int before = from.columns() - shape.columns();
    int row = central ? above / 2 : random.below(above + 1);
    int column = central ? before / 2 : random.below(before + 1);
    int width = shape.columns() * shape.channels();
    for (int i = 0; i < shape.rows(); i++) {
      System.arraycopy(x, xAt + from.at(row + i, column), y, yAt + i * width, width);
    }
  }

  @Override
  public Optional<ImageStep> settled() {
    return Optional.of(new CropStep(from, shape, true));
  }
}
