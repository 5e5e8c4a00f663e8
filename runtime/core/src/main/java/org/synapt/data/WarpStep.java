package org.synapt.data;

import java.util.Optional;

/**
 * Moves, turns or stretches an image: each new pixel is what the image is at another place.
 *
 * <pre>
 * row    = zoomDown  · (cos · r + sin · s) − shiftDown       r, s and the places are counted
 * column = zoomRight · (cos · s − sin · r) − shiftRight      from the middle of the image
 * </pre>
 */
record WarpStep(
    ImageShape shape, Motion motion, FillMode mode, float fill, Interpolation interpolation)
    implements ImageStep {

  @Override
  public void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt) {
    double shiftDown = motion.down().draw(random) * shape.rows();
    double shiftRight = motion.right().draw(random) * shape.columns();
    double angle = 2 * Math.PI * motion.turn().draw(random);
    double zoomDown = 1 + motion.height().draw(random);
    double zoomRight = motion.even() ? zoomDown : 1 + motion.width().draw(random);
    // Math may round otherwise on another machine.
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double middleRow = (shape.rows() - 1) / 2.0;
    double middleColumn = (shape.columns() - 1) / 2.0;
    int at = yAt;
    for (int i = 0; i < shape.rows(); i++) {
      double r = i - middleRow;
      for (int j = 0; j < shape.columns(); j++) {
        double s = j - middleColumn;
        double row = zoomDown * (cos * r + sin * s) - shiftDown + middleRow;
        double column = zoomRight * (cos * s - sin * r) - shiftRight + middleColumn;
        pixel(x, xAt, row, column, y, at);
        at += shape.channels();
      }
    }
  }

  private void pixel(float[] x, int xAt, double row, double column, float[] y, int yAt) {
    if (interpolation == Interpolation.NEAREST) {
      int nearest = at(floor(row + 0.5), floor(column + 0.5));
      for (int c = 0; c < shape.channels(); c++) {
        y[yAt + c] = nearest < 0 ? fill : x[xAt + nearest + c];
      }
      return;
    }
    int top = floor(row);
    int left = floor(column);
    float down = (float) (row - top);
    float across = (float) (column - left);
    if (top >= 0 && left >= 0 && top + 1 < shape.rows() && left + 1 < shape.columns()) {
      within(x, xAt + shape.at(top, left), down, across, y, yAt);
    } else {
      border(x, xAt, top, left, down, across, y, yAt);
    }
  }

  /** Between four pixels that there are. */
  private void within(float[] x, int at, float down, float across, float[] y, int yAt) {
    int channels = shape.channels();
    int below = at + shape.columns() * channels;
    for (int c = 0; c < channels; c++) {
      float upper = between(x[at + c], x[at + channels + c], across);
      float lower = between(x[below + c], x[below + channels + c], across);
      y[yAt + c] = between(upper, lower, down);
    }
  }

  /** Between four pixels of which some lie beyond the border. */
  private void border(
      float[] x, int xAt, int top, int left, float down, float across, float[] y, int yAt) {
    int topLeft = at(top, left);
    int topRight = at(top, left + 1);
    int bottomLeft = at(top + 1, left);
    int bottomRight = at(top + 1, left + 1);
    for (int c = 0; c < shape.channels(); c++) {
      float upper = between(value(x, xAt, topLeft, c), value(x, xAt, topRight, c), across);
      float lower = between(value(x, xAt, bottomLeft, c), value(x, xAt, bottomRight, c), across);
      y[yAt + c] = between(upper, lower, down);
    }
  }

  private float value(float[] x, int xAt, int pixelAt, int channel) {
    return pixelAt < 0 ? fill : x[xAt + pixelAt + channel];
  }

  /** Where a pixel begins that may lie beyond the border; −1 if nothing lies there. */
  private int at(int row, int column) {
    int i = mode.pixel(row, shape.rows());
    int j = mode.pixel(column, shape.columns());
    return i < 0 || j < 0 ? -1 : shape.at(i, j);
  }

  private static float between(float a, float b, float share) {
    return a + (b - a) * share;
  }

  private static int floor(double place) {
    return (int) Math.floor(place);
  }

  @Override
  public Optional<ImageStep> settled() {
    return Optional.empty();
  }
}
