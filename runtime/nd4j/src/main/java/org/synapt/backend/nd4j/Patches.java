package org.synapt.backend.nd4j;

import java.util.Optional;

/**
 * What each result of a block is made of: side by side in a row, which is the left factor of a
 * product, or tap after tap.
 *
 * <p>Where there is padding, the sources are copied into a larger image first, whose border is
 * written only where the last block had something else there; so one op makes the patches of a
 * block.
 */
final class Patches {
  private final PreparedSteps steps;
  private final Scratch images;
  private final Scratch patches;
  private final float padding;
  private Optional<Border> cleared = Optional.empty();
  private int clearedFloats;

  /** Where in a padded image there are sources. */
  private record Border(
      Nd4jBuffer images, int depth, Reach depthReach, Reach heightReach, Reach widthReach) {

    static Border of(Nd4jBuffer images, int depth, Field field) {
      return new Border(
          images, depth, only(field.depth()), only(field.height()), only(field.width()));
    }

    /** What does not change the border left out. */
    private static Reach only(Reach reach) {
      int from = reach.seenFrom() - reach.origin();
      return new Reach(0, reach.seen(), 1, 0, 1, from, 0, reach.span());
    }
  }

  /**
   * Patches of one call.
   *
   * @param steps what makes them is added here
   * @param images for padded images
   * @param patches for the patches
   * @param padding what there is where there is no source
   */
  Patches(PreparedSteps steps, Scratch images, Scratch patches, float padding) {
    this.steps = steps;
    this.images = images;
    this.patches = patches;
    this.padding = padding;
  }

  /**
   * A block's patches, [results, taps, channels].
   *
   * @param all what the results are sums of
   * @param source images of rows of channels
   * @param step how many channels they have
   * @param channel the first to take
   * @param channels how many to take
   */
  Rows rows(Field all, Block block, Nd4jBuffer source, int step, int channel, int channels) {
    if (all.isSame()) {
      return new Rows(source, block.first(all) * step + channel, step);
    }
    int columns = all.taps() * channels;
    Nd4jBuffer rows = patches.room(block.results() * columns);
    Field field = all.part(block);
    Image image = image(all, field, block, source, step, channel, channels);
    steps.copy(image.taps(field, block, channels, 1, rows, columns, channels));
    return new Rows(rows, 0, columns);
  }

  /** A block's patches, [taps, results, channels]; of images whose every channel is taken. */
  Taps taps(Field all, Block block, Nd4jBuffer source, int channels) {
    return taps(all, block, source, channels, 1);
  }

  /** The same, [taps, results, channels, times], with each channel so many times. */
  Taps taps(Field all, Block block, Nd4jBuffer source, int channels, int times) {
    int count = block.results() * channels * times;
    if (all.isSame() && times == 1) {
      return new Taps(source, block.first(all) * channels, count);
    }
    Nd4jBuffer taps = patches.room(all.taps() * count);
    Field field = all.part(block);
    Image image = image(all, field, block, source, channels, 0, channels);
    steps.copy(image.taps(field, block, channels, times, taps, channels * times, count));
    return new Taps(taps, 0, count);
  }

  private Image image(
      Field all, Field field, Block block, Nd4jBuffer source, int step, int channel, int channels) {
    int at = block.imageAt() * all.sources() * step + channel;
    Image given =
        new Image(source, at, step, all.width().sources(), all.height().sources(), all.sources());
    if (!field.isPadded()) {
      return given.from(field.depth().origin(), field.height().origin(), field.width().origin());
    }
    int floats = block.images() * field.span() * channels;
    Nd4jBuffer larger = images.room(floats);
    clear(Border.of(larger, channels, field), floats);
    Image padded =
        new Image(larger, 0, channels, field.width().span(), field.height().span(), field.span());
    steps.copy(given.into(padded, field, block.images(), channels));
    return padded;
  }

  private void clear(Border border, int floats) {
    if (floats > clearedFloats || !cleared.equals(Optional.of(border))) {
      steps.fill(border.images, floats, padding);
      cleared = Optional.of(border);
      clearedFloats = floats;
    }
  }

  /**
   * Images of rows of channels.
   *
   * @param at where the first one begins
   * @param step from one position to the next
   * @param width positions in a line
   * @param height lines in a plane
   * @param positions in an image
   */
  private record Image(Nd4jBuffer buffer, int at, int step, int width, int height, int positions) {
    int line() {
      return width * step;
    }

    int plane() {
      return height * line();
    }

    int image() {
      return positions * step;
    }

    /** The same from a position on. */
    Image from(int d, int h, int w) {
      int first = at + d * plane() + h * line() + w * step;
      return new Image(buffer, first, step, width, height, positions);
    }

    /** The sources that there are, to where they lie between the first tap and the last. */
    StridedCopy into(Image padded, Field field, int images, int channels) {
      Reach d = field.depth();
      Reach h = field.height();
      Reach w = field.width();
      Image from = from(d.seenFrom(), h.seenFrom(), w.seenFrom());
      Image to =
          padded.from(
              d.seenFrom() - d.origin(), h.seenFrom() - h.origin(), w.seenFrom() - w.origin());
      return new StridedCopy(buffer, from.at, padded.buffer, to.at)
          .axis(images, image(), padded.image())
          .axis(d.seen(), plane(), padded.plane())
          .axis(h.seen(), line(), padded.line())
          .axis(w.seen(), step, padded.step)
          .axis(channels, 1, 1);
    }

    /** The taps of each result, to where results and taps are so far apart. */
    StridedCopy taps(
        Field field,
        Block block,
        int channels,
        int times,
        Nd4jBuffer rows,
        int resultStep,
        int tapStep) {
      Reach d = field.depth();
      Reach h = field.height();
      Reach w = field.width();
      int line = w.results() * resultStep;
      int plane = h.results() * line;
      int lineOfTaps = w.taps() * tapStep;
      return new StridedCopy(buffer, at, rows, 0)
          .axis(block.images(), image(), d.results() * plane)
          .axis(d.results(), d.step() * plane(), plane)
          .axis(h.results(), h.step() * line(), line)
          .axis(w.results(), w.step() * step, resultStep)
          .axis(d.taps(), d.apart() * plane(), h.taps() * lineOfTaps)
          .axis(h.taps(), h.apart() * line(), lineOfTaps)
          .axis(w.taps(), w.apart() * step, tapStep)
          .axis(channels, 1, times)
          .axis(times, 0, 1);
    }
  }
}
