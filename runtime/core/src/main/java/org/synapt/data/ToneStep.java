package org.synapt.data;

import java.util.Optional;

/**
 * Makes images brighter or darker, and what differs in them more or less so: {@code y = clip((x −
 * mean) · contrast + mean + brightness · (high − low), low, high)}, with the mean of the channel.
 */
record ToneStep(ImageShape shape, Span brightness, Span contrast, float low, float high)
    implements ImageStep {

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    float factor = (float) contrast.draw(random);
    double brighter = brightness.draw(random) * ((double) high - low);
    for (int c = 0; c < shape.channels(); c++) {
      // Left alone, a mean that is rounded would change what is not to change.
      float mean = factor == 1 ? 0 : mean(x, xAt + c);
      float shift = (float) (mean + brighter);
      for (int i = c; i < shape.floats(); i += shape.channels()) {
        float tone = (x[xAt + i] - mean) * factor + shift;
        y[yAt + i] = Math.min(Math.max(tone, low), high);
      }
    }
  }

  private float mean(float[] x, int at) {
    double sum = 0;
    for (int i = 0; i < shape.floats(); i += shape.channels()) {
      sum += x[at + i];
    }
    return (float) (sum / (shape.rows() * shape.columns()));
  }

  @Override
  public Optional<ImageStep> settled() {
    return Optional.empty();
  }
}
