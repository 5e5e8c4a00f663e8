package org.synapt.data;

import java.util.Locale;
import java.util.Optional;

/**
 * Makes images brighter or darker, and what differs in them more or less so: {@code y = clip((x −
 * mean) · contrast + mean + brightness · (high − low), low, high)}, with the mean of the channel.
 */
record ToneStep(ImageShape shape, Span brightness, Span contrast, float low, float high)
    implements ImageStep {

  /** How far values may lie outside of the range, in parts of it: roundings of steps before. */
  private static final float SLACK = 1e-3f;

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    check(x, xAt);
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

  /** Values of another range than was told would all be cut to the nearer end of it. */
  private void check(float[] x, int at) {
    float slack = SLACK * (high - low);
    for (int i = at; i < at + shape.floats(); i++) {
      if (!(x[i] >= low - slack && x[i] <= high + slack)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "an image holds %s, but brightness and contrast were told of values from %s to %s:"
                    + " say range(0, 255) before them, or read it from 0 to 1",
                x[i],
                low,
                high));
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
