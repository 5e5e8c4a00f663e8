package org.synapt.data;

/**
 * How steps go about images.
 *
 * @param fill what lies beyond the border
 * @param value the number that lies there where it is one
 * @param interpolation what lies between pixels
 * @param low the lowest value of an image
 * @param high the highest value of an image
 */
record ImageSettings(
    FillMode fill, float value, Interpolation interpolation, float low, float high) {

  static final ImageSettings USUAL =
      new ImageSettings(FillMode.REFLECT, 0, Interpolation.BILINEAR, 0, 1);

  ImageSettings filled(FillMode mode, double number) {
    requireFinite("what lies beyond the border", number);
    return new ImageSettings(mode, (float) number, interpolation, low, high);
  }

  ImageSettings interpolated(Interpolation between) {
    return new ImageSettings(fill, value, between, low, high);
  }

  ImageSettings within(double lowest, double highest) {
    requireFinite("the lowest value", lowest);
    requireFinite("the highest value", highest);
    if (!((float) lowest < (float) highest)) {
      throw new IllegalArgumentException(
          "values go from a number to a larger one, not from " + lowest + " to " + highest);
    }
    return new ImageSettings(fill, value, interpolation, (float) lowest, (float) highest);
  }

  static void requireFinite(String what, double number) {
    if (Double.isNaN(number) || Double.isInfinite((float) number)) {
      throw new IllegalArgumentException(what + " cannot be " + number);
    }
  }
}
