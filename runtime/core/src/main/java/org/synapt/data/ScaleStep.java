package org.synapt.data;

import java.util.Optional;

/** Scales each channel: {@code y = x · scale + shift}; leaves nothing to chance. */
final class ScaleStep implements ImageStep {
  private final ImageShape shape;
  private final double[] scale;
  private final double[] shift;

  ScaleStep(ImageShape shape, double[] scale, double[] shift) {
    this.shape = shape;
    this.scale = scale;
    this.shift = shift;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    for (int c = 0; c < shape.channels(); c++) {
      double by = scale[c];
      double to = shift[c];
      for (int i = c; i < shape.floats(); i += shape.channels()) {
        y[yAt + i] = (float) (x[xAt + i] * by + to);
      }
    }
  }

  @Override
  public Optional<ImageStep> settled() {
    return Optional.of(this);
  }
}
