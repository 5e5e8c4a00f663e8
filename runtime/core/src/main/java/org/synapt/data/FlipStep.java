package org.synapt.data;

import java.util.Optional;

/** Flips an image or leaves it, either as likely. */
record FlipStep(ImageShape shape, FlipMode mode) implements ImageStep {

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    boolean sideways = mode.sideways() && random.below(2) == 1;
    boolean upsideDown = mode.upsideDown() && random.below(2) == 1;
    int width = shape.columns() * shape.channels();
    for (int i = 0; i < shape.rows(); i++) {
      int from = xAt + width * (upsideDown ? shape.rows() - 1 - i : i);
      int to = yAt + width * i;
      if (sideways) {
        mirror(x, from, y, to, width);
      } else {
        System.arraycopy(x, from, y, to, width);
      }
    }
  }

  /** The pixels of a row from the last to the first, each with its channels in their order. */
  private void mirror(float[] x, int from, float[] y, int to, int width) {
    int channels = shape.channels();
    int pixel = from + width - channels;
    for (int at = to; at < to + width; at += channels) {
      for (int c = 0; c < channels; c++) {
        y[at + c] = x[pixel + c];
      }
      pixel -= channels;
    }
  }

  @Override
  public Optional<ImageStep> settled() {
    return Optional.empty();
  }
}
