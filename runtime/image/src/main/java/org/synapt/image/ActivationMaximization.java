package org.synapt.image;

import static java.util.Objects.requireNonNull;

import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Looks for an image that a filter answers to most: climbs its activation by the image, from noise.
 *
 * <pre>image = clip(image + step · range · g / √mean(g²))      g = d activation / d image</pre>
 *
 * <p>The gradient comes from a network that is declared down to the filter's layer and takes over
 * the parameters of the one that was trained; its loss is the filter's mean activation, where the
 * target is 1 at the filter and 0 elsewhere:
 *
 * <pre>{@code
 * @Network
 * interface ShapesProbe {
 *   @Input(shape = {28, 28, 1})                                Tensor pixels();
 *   @Conv2D(filters = 32, kernelSize = 3, activation = RELU)   Tensor shapes();
 *   @Output(formula = "target * prediction")
 *   @GlobalAveragePooling2D                                    Tensor strength();
 * }
 *
 * Transfer.from(trained).into(probe);
 * float[] image =
 *     ActivationMaximization.of(x -> probe.pixelsGradient(x, filter)).fromNoise(784, 7);
 * }</pre>
 *
 * <p>Source: Erhan, Bengio, Courville and Vincent, Visualizing Higher-Layer Features of a Deep
 * Network, 2009; the gradient's scaling from Chollet, How Convolutional Neural Networks See the
 * World, 2016. Clipping is ours: what comes out is an image that the network could have been given.
 */
public final class ActivationMaximization {
  private final UnaryOperator<float[]> gradient;
  private final int steps;
  private final float step;
  private final float low;
  private final float high;

  private ActivationMaximization(
      UnaryOperator<float[]> gradient, int steps, float step, float low, float high) {
    this.gradient = gradient;
    this.steps = steps;
    this.step = step;
    this.low = low;
    this.high = high;
  }

  /**
   * A climb of 30 steps, each of 0.05 of the range, which goes from 0 to 1.
   *
   * @param gradient gives the derivative of what is to become large by the numbers of an image
   * @return the climb
   */
  public static ActivationMaximization of(UnaryOperator<float[]> gradient) {
    return new ActivationMaximization(requireNonNull(gradient, "gradient"), 30, 0.05f, 0, 1);
  }

  /**
   * The same climb with other steps.
   *
   * @param count how many, 0 or above
   * @param size by how much of the range pixels change, root mean square, above 0
   * @return the climb
   * @throws IllegalArgumentException if one is out of range
   */
  public ActivationMaximization steps(int count, double size) {
    if (count < 0 || !((float) size > 0) || Float.isInfinite((float) size)) {
      throw new IllegalArgumentException(
          "steps are 0 or more and of a size above 0, not " + count + " of " + size);
    }
    return new ActivationMaximization(gradient, count, (float) size, low, high);
  }

  /**
   * The same climb among images of another range.
   *
   * @param lowest the lowest number of an image
   * @param highest the highest
   * @return the climb
   * @throws IllegalArgumentException if it is no range
   */
  public ActivationMaximization range(double lowest, double highest) {
    float range = (float) highest - (float) lowest;
    if (!(range > 0) || Float.isInfinite(range)) {
      throw new IllegalArgumentException(
          "numbers go from one to a larger one, not from " + lowest + " to " + highest);
    }
    return new ActivationMaximization(gradient, steps, step, (float) lowest, (float) highest);
  }

  /**
   * Climbs from noise: the middle of the range, and at most an eighth of the range more or less.
   *
   * @param floats the numbers of an image
   * @param seed any number; equal seeds give equal noise
   * @return the image
   * @throws IllegalArgumentException if there are less than 0 numbers, and as {@link #from} does
   */
  public float[] fromNoise(int floats, long seed) {
    if (floats < 0) {
      throw new IllegalArgumentException("an image has 0 numbers or more, not " + floats);
    }
    Random random = new Random(seed);
    float[] image = new float[floats];
    for (int i = 0; i < floats; i++) {
      image[i] = low + (high - low) * (0.5f + (random.nextFloat() - 0.5f) / 4);
    }
    return from(image);
  }

  /**
   * Climbs from an image.
   *
   * @param start read
   * @return the image; as far as it came where the gradient is 0 all over, as it is for a filter
   *     behind relu that does not answer at all
   * @throws IllegalArgumentException if a number of the image is NaN, or the gradient has another
   *     number of floats or is NaN or infinite
   */
  public float[] from(float[] start) {
    float[] image = start.clone();
    for (int i = 0; i < image.length; i++) {
      if (Float.isNaN(image[i])) {
        throw new IllegalArgumentException("number " + i + " of the image is NaN");
      }
    }
    for (int i = 0; i < steps; i++) {
      float[] slope = gradient.apply(image.clone());
      double length = rootMeanSquare(slope, image.length);
      if (length == 0) {
        return image;
      }
      for (int j = 0; j < image.length; j++) {
        float next = (float) (image[j] + step * (high - low) * (slope[j] / length));
        image[j] = Math.min(Math.max(next, low), high);
      }
    }
    return image;
  }

  private static double rootMeanSquare(float[] slope, int floats) {
    if (slope.length != floats) {
      throw new IllegalArgumentException(
          "the gradient of an image of " + floats + " floats has " + slope.length);
    }
    double squares = 0;
    for (float each : slope) {
      squares += (double) each * each;
    }
    if (Double.isNaN(squares) || Double.isInfinite(squares)) {
      throw new IllegalArgumentException("the gradient of the image is NaN or infinite");
    }
    return Math.sqrt(squares / floats);
  }
}
