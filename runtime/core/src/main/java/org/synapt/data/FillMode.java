package org.synapt.data;

/**
 * What lies beyond the border of an image, told for a row of the pixels a b c d.
 *
 * <p>Source: Keras, RandomTranslation, argument fill_mode; SciPy, scipy.ndimage, where REFLECT is
 * called the same, CONSTANT is grid-constant and WRAP is grid-wrap.
 */
public enum FillMode {
  /** {@code k k k k | a b c d | k k k k}, a number k. */
  CONSTANT,
  /** {@code a a a a | a b c d | d d d d}. */
  NEAREST,
  /** {@code d c b a | a b c d | d c b a}. */
  REFLECT,
  /**
   * {@code a b c d | a b c d | a b c d}; between d and the a behind it lies what lies between
   * neighbours, where TensorFlow jumps from one to the other.
   */
  WRAP;

  /** Which of the pixels of an axis lies at a place that may be beyond; −1 for none of them. */
  int pixel(int at, int extent) {
    if (at >= 0 && at < extent) {
      return at;
    }
    return switch (this) {
      case CONSTANT -> -1;
      case NEAREST -> at < 0 ? 0 : extent - 1;
      case REFLECT -> {
        int there = Math.floorMod(at, 2 * extent);
        yield there < extent ? there : 2 * extent - 1 - there;
      }
      case WRAP -> Math.floorMod(at, extent);
    };
  }
}
