package org.synapt.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is done to images on their way into training, so that no epoch sees the same image twice:
 * Keras's RandomFlip, RandomTranslation, RandomCrop, RandomRotation, RandomZoom, RandomBrightness
 * and RandomContrast, and its Rescaling and Normalization.
 *
 * <pre>{@code
 * Augmentation images =
 *     Augmentation.of(32, 32, 3).flip(FlipMode.HORIZONTAL).translate(0.1, 0.1).rotate(0.05);
 * Dataset train = Dataset.of(examples).shuffle(4_000, 7).augment("pixels", images, 7);
 * }</pre>
 *
 * <pre>image [rows, columns, channels]   →   image [rows(), columns(), channels()]</pre>
 *
 * <p>The steps are done in the order in which they are told. An augmentation never changes: each
 * method gives another. What is drawn for an image follows from a seed, the number of the epoch and
 * the place of the image in it, and from nothing else.
 *
 * <p>What lies beyond an image's border is as {@link #fill} told before the step, or else {@link
 * FillMode#REFLECT}; what lies between pixels is {@link Interpolation#BILINEAR} or as {@link
 * #interpolation} told. Values are taken to go from 0 to 1, as {@link Mnist} and {@link Cifar10}
 * give them, unless {@link #range} told otherwise, as it must where they go to 255: in Keras, and
 * in an {@code ImageFolder} that was not told another range. Source: Keras, Image augmentation
 * layers.
 */
public final class Augmentation {
  private final ImageShape from;
  private final List<ImageStep> steps;
  private final ImageSettings settings;

  private Augmentation(ImageShape from, List<ImageStep> steps, ImageSettings settings) {
    this.from = from;
    this.steps = steps;
    this.settings = settings;
  }

  /**
   * An augmentation that does nothing yet.
   *
   * @param rows the rows of an image
   * @param columns the columns of an image
   * @param channels the channels of a pixel, which lie together
   * @return the augmentation
   * @throws IllegalArgumentException if one is below 1
   */
  public static Augmentation of(int rows, int columns, int channels) {
    return new Augmentation(
        new ImageShape(rows, columns, channels), Collections.emptyList(), ImageSettings.USUAL);
  }

  /**
   * Says what lies beyond the border for the steps to come.
   *
   * @param mode {@link FillMode#REFLECT} before this is called, as in Keras
   * @return the augmentation
   */
  public Augmentation fill(FillMode mode) {
    return with(settings.filled(mode, 0));
  }

  /**
   * Puts a number beyond the border for the steps to come.
   *
   * @param value the number, in each channel
   * @return the augmentation
   * @throws IllegalArgumentException if it is not finite
   */
  public Augmentation fill(double value) {
    return with(settings.filled(FillMode.CONSTANT, value));
  }

  /**
   * Says what lies between pixels for the steps to come.
   *
   * @param between {@link Interpolation#BILINEAR} before this is called, as in Keras
   * @return the augmentation
   */
  public Augmentation interpolation(Interpolation between) {
    return with(settings.interpolated(between));
  }

  /**
   * Says from where to where values go, which {@link #brightness} and {@link #contrast} behind this
   * call keep to; Keras's {@code value_range}. They refuse images with other values.
   *
   * @param low the lowest, 0 before this is called
   * @param high the highest, 1 before this is called where Keras has 255
   * @return the augmentation
   * @throws IllegalArgumentException if they are no range
   */
  public Augmentation range(double low, double high) {
    return with(settings.within(low, high));
  }

  /**
   * Flips an image or leaves it, either as likely: Keras's RandomFlip.
   *
   * @param mode which way; where it is both ways, each is drawn by itself
   * @return the augmentation
   */
  public Augmentation flip(FlipMode mode) {
    return with(new FlipStep(shape(), mode));
  }

  /**
   * Moves images by at most a part of their size, up or down and left or right: Keras's
   * RandomTranslation.
   *
   * @param heightFactor the part of the height, from 0 to 1
   * @param widthFactor the part of the width, from 0 to 1
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation translate(double heightFactor, double widthFactor) {
    return warp(
        Motion.shift(
            Span.around("a height factor", heightFactor),
            Span.around("a width factor", widthFactor)));
  }

  /**
   * Moves images by a part of their size that lies between others: Keras's RandomTranslation with
   * pairs.
   *
   * @param leastDown the least part of the height, from −1 to 1; below 0 images move up
   * @param mostDown the most, from there to 1
   * @param leastRight the least part of the width, from −1 to 1; below 0 images move left
   * @param mostRight the most, from there to 1
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation translate(
      double leastDown, double mostDown, double leastRight, double mostRight) {
    return warp(
        Motion.shift(
            Span.of("a height factor", leastDown, mostDown, -1, 1),
            Span.of("a width factor", leastRight, mostRight, -1, 1)));
  }

  /**
   * Turns images about their middle, either way: Keras's RandomRotation.
   *
   * @param factor the most, as a part of a full circle: 0.05 for 18 degrees
   * @return the augmentation
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public Augmentation rotate(double factor) {
    return warp(Motion.turn(Span.around("a rotation factor", factor)));
  }

  /**
   * Turns images about their middle by a part of a full circle that lies between others.
   *
   * @param least the least part, from −1 to 1; below 0 images turn clockwise
   * @param most the most, from there to 1; above 0 images turn counter-clockwise
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation rotate(double least, double most) {
    return warp(Motion.turn(Span.of("a rotation factor", least, most, -1, 1)));
  }

  /**
   * Shows more or less of images, as much of the height as of the width: Keras's RandomZoom of one
   * factor.
   *
   * @param factor at most so much more or less, from 0 to before 1
   * @return the augmentation
   * @throws IllegalArgumentException if it is out of range
   */
  public Augmentation zoom(double factor) {
    return zoom(-factor, factor);
  }

  /**
   * Shows more or less of images, as much of the height as of the width, by a factor that lies
   * between others.
   *
   * @param least so much more at least, above −1 and up to 10; below 0 things become larger
   * @param most so much more at most, from there to 10; above 0 things become smaller
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation zoom(double least, double most) {
    return warp(Motion.zoom(zoomed(least, most), Span.ZERO, true));
  }

  /**
   * Shows more or less of images, not as much of the height as of the width: Keras's RandomZoom of
   * two factors.
   *
   * @param leastHeight so much more of the height at least, above −1 and up to 10
   * @param mostHeight so much more of the height at most, from there to 10
   * @param leastWidth so much more of the width at least, above −1 and up to 10
   * @param mostWidth so much more of the width at most, from there to 10
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation zoom(
      double leastHeight, double mostHeight, double leastWidth, double mostWidth) {
    return warp(Motion.zoom(zoomed(leastHeight, mostHeight), zoomed(leastWidth, mostWidth), false));
  }

  private static Span zoomed(double least, double most) {
    return Span.of("a zoom factor", least, most, -0.999, 10);
  }

  /**
   * Takes a part of each image, as likely here as there: Keras's RandomCrop, with a place for each
   * image of a batch.
   *
   * @param rows the rows of the part
   * @param columns the columns of the part
   * @return the augmentation, of images so large
   * @throws IllegalArgumentException if images are smaller; Keras would enlarge them
   */
  public Augmentation crop(int rows, int columns) {
    ImageShape shape = shape();
    if (rows > shape.rows() || columns > shape.columns()) {
      throw new IllegalArgumentException(
          "no part of "
              + rows
              + " rows and "
              + columns
              + " columns can be taken of images that are "
              + shape
              + "; pad them first");
    }
    return with(new CropStep(shape, new ImageShape(rows, columns, shape.channels()), false));
  }

  /**
   * Puts a margin around images, of what lies beyond their borders. With {@link #crop} to the size
   * they had, it moves them by whole pixels.
   *
   * <p>{@code fill(0).pad(4).crop(32, 32).flip(FlipMode.HORIZONTAL)} is what He, Zhang, Ren and
   * Sun, Deep Residual Learning for Image Recognition, 2015, section 4.2, do to CIFAR-10.
   *
   * @param margin the pixels above, below, left and right
   * @return the augmentation, of images larger by twice as much
   * @throws IllegalArgumentException if it is below 0
   */
  public Augmentation pad(int margin) {
    if (margin < 0) {
      throw new IllegalArgumentException("a margin must be 0 or above, not " + margin);
    }
    ImageShape shape = shape();
    int twice = Math.multiplyExact(2, margin);
    ImageShape padded =
        new ImageShape(
            Math.addExact(shape.rows(), twice),
            Math.addExact(shape.columns(), twice),
            shape.channels());
    return with(new PadStep(shape, padded, settings.fill(), settings.value()));
  }

  /**
   * Makes images brighter or darker, by at most a part of the {@link #range}, which values are cut
   * off at: Keras's RandomBrightness.
   *
   * @param factor the part, from 0 to 1
   * @return the augmentation
   * @throws IllegalArgumentException if it is out of range
   */
  public Augmentation brightness(double factor) {
    return tone(Span.around("a brightness factor", factor), new Span(1, 1));
  }

  /**
   * Makes images brighter by a part of the {@link #range} that lies between others.
   *
   * @param least the least part, from −1, which makes all black, to 1; below 0 images become darker
   * @param most the most, from there to 1, which makes all white
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation brightness(double least, double most) {
    return tone(Span.of("a brightness factor", least, most, -1, 1), new Span(1, 1));
  }

  /**
   * Makes what differs in images differ more or less, {@code (x − mean) · c + mean} with c from 1 −
   * factor to 1 + factor and the mean of the channel, within the {@link #range}: Keras's
   * RandomContrast.
   *
   * @param factor from 0 to 1
   * @return the augmentation
   * @throws IllegalArgumentException if it is out of range
   */
  public Augmentation contrast(double factor) {
    return contrast(factor, factor);
  }

  /**
   * Makes what differs in images differ more or less, with c from 1 − lower to 1 + upper.
   *
   * @param lower from 0 to 1
   * @param upper from 0 to 10
   * @return the augmentation
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation contrast(double lower, double upper) {
    Span.of("the lower contrast factor", 0, lower, 0, 1);
    Span.of("the upper contrast factor", 0, upper, 0, 10);
    return tone(Span.ZERO, new Span(1 - lower, 1 + upper));
  }

  /**
   * Scales all values: Keras's Rescaling.
   *
   * <pre>y = x · scale + offset</pre>
   *
   * @param scale such as 1.0 / 255
   * @param offset such as 0
   * @return the augmentation
   * @throws IllegalArgumentException if one is not finite
   */
  public Augmentation rescale(double scale, double offset) {
    ImageSettings.requireFinite("a scale", scale);
    ImageSettings.requireFinite("an offset", offset);
    return scaled(all(scale), all(offset));
  }

  /**
   * Brings each channel to mean 0 and deviation 1: Keras's Normalization, which is told variances,
   * the squares of deviations.
   *
   * <pre>y = (x − mean) / deviation</pre>
   *
   * @param means the mean of each channel
   * @param deviations the deviation of each channel, above 0
   * @return the augmentation
   * @throws IllegalArgumentException if there are not as many as channels, one is not finite, or a
   *     deviation is not above 0
   */
  public Augmentation normalize(double[] means, double[] deviations) {
    requireChannels(means.length);
    requireChannels(deviations.length);
    double[] scale = new double[means.length];
    double[] shift = new double[means.length];
    for (int c = 0; c < scale.length; c++) {
      ImageSettings.requireFinite("the mean of channel " + c, means[c]);
      ImageSettings.requireFinite("the deviation of channel " + c, deviations[c]);
      if (!(deviations[c] > 0)) {
        throw new IllegalArgumentException(
            "the deviation of channel " + c + " must be above 0, not " + deviations[c]);
      }
      scale[c] = 1 / deviations[c];
      shift[c] = -means[c] / deviations[c];
    }
    return scaled(scale, shift);
  }

  /**
   * Scales each channel as a scaler does that was fitted to channels.
   *
   * <pre>{@code
   * images.normalize(Scaler.standard(train.input("pixels").channels(3)))
   * }</pre>
   *
   * @param scaler as wide as a pixel has channels
   * @return the augmentation
   * @throws IllegalArgumentException if it is wider or narrower
   */
  public Augmentation normalize(Scaler scaler) {
    requireChannels(scaler.width());
    return scaled(scaler.factors(), scaler.shifts());
  }

  private void requireChannels(int found) {
    if (found != shape().channels()) {
      throw new IllegalArgumentException(
          "images that are " + shape() + " have not " + found + " channels to be scaled");
    }
  }

  private double[] all(double number) {
    double[] all = new double[shape().channels()];
    Arrays.fill(all, number);
    return all;
  }

  private Augmentation scaled(double[] scale, double[] shift) {
    return with(new ScaleStep(shape(), scale, shift));
  }

  private Augmentation tone(Span brightness, Span contrast) {
    return with(new ToneStep(shape(), brightness, contrast, settings.low(), settings.high()));
  }

  private Augmentation warp(Motion motion) {
    return with(
        new WarpStep(shape(), motion, settings.fill(), settings.value(), settings.interpolation()));
  }

  private Augmentation with(ImageStep step) {
    List<ImageStep> more = new ArrayList<>(steps);
    more.add(step);
    return new Augmentation(from, Collections.unmodifiableList(more), settings);
  }

  private Augmentation with(ImageSettings others) {
    return new Augmentation(from, steps, others);
  }

  /**
   * What is done to images that are not trained on: nothing is left to chance any more, images are
   * padded and scaled as before, and a {@link #crop} takes their middle.
   *
   * @return the augmentation without the rest
   */
  public Augmentation forEvaluation() {
    List<ImageStep> settled = new ArrayList<>();
    for (ImageStep step : steps) {
      step.settled().ifPresent(settled::add);
    }
    return new Augmentation(from, Collections.unmodifiableList(settled), settings);
  }

  /**
   * Changes images as an epoch of {@link Dataset#augment} does.
   *
   * @param images one behind the other; read
   * @param seed any number; what is drawn follows from it
   * @return the images that came of them, one behind the other
   * @throws IllegalArgumentException if the floats do not divide evenly into images
   */
  public float[] apply(float[] images, long seed) {
    Column column = Column.of("images " + from, from.floats(), images);
    float[] changed = new float[Math.multiplyExact(column.count(), shape().floats())];
    new AugmentedImages(this, SplitMix.stream(seed, 0)).apply(column, 0, changed);
    return changed;
  }

  /**
   * The rows of an image that comes out.
   *
   * @return the number of rows
   */
  public int rows() {
    return shape().rows();
  }

  /**
   * The columns of an image that comes out.
   *
   * @return the number of columns
   */
  public int columns() {
    return shape().columns();
  }

  /** The shape of an image that goes in. */
  ImageShape from() {
    return from;
  }

  /** The shape of an image that comes out. */
  ImageShape shape() {
    return steps.isEmpty() ? from : steps.get(steps.size() - 1).shape();
  }

  /** What is done, in order. */
  List<ImageStep> steps() {
    return steps;
  }
}
