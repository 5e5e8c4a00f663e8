package org.synapt.processor.layer;

import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.formula.Expression;

/**
 * What a number in an attribute may be.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}.
 */
final class Bounds {

  private Bounds() {}

  /** Whether a whole number counts something: is at least 1. */
  static boolean positive(Mention mention, String attribute, Problems problems) {
    int value = mention.integer(attribute);
    return value >= 1
        || reported(mention, attribute, value + " is below 1", "state at least 1", problems);
  }

  /** Whether a number is at least 0. */
  static boolean notNegative(Mention mention, String attribute, Problems problems) {
    double value = mention.decimal(attribute);
    return isFloat(mention, attribute, problems)
        && (value >= 0
            || reported(mention, attribute, value + " is below 0", "state at least 0", problems));
  }

  /** Whether a number is above 0. */
  static boolean aboveZero(Mention mention, String attribute, Problems problems) {
    double value = mention.decimal(attribute);
    return isFloat(mention, attribute, "state a size between 1.4e-45 and 3.4e38", problems)
        && (value > 0
            || reported(
                mention, attribute, value + " is not above 0", "state more than 0", problems));
  }

  /** Whether a number is a share of which something is left: from 0 up to, but not, 1. */
  static boolean share(Mention mention, String attribute, Problems problems) {
    double value = mention.decimal(attribute);
    String remedy = "state a share from 0 up to, but not, 1";
    return isFloat(mention, attribute, remedy, problems)
        && ((float) value >= 0 && (float) value < 1
            || reported(
                mention,
                attribute,
                value + (value < 0 ? " is below 0" : " leaves nothing"),
                remedy,
                problems));
  }

  /** Whether a number is one that a float can come near to. */
  static boolean isFloat(Mention mention, String attribute, Problems problems) {
    return isFloat(mention, attribute, "state 0, or a size between 1.4e-45 and 3.4e38", problems);
  }

  private static boolean isFloat(
      Mention mention, String attribute, String remedy, Problems problems) {
    double value = mention.decimal(attribute);
    return Expression.Constant.fits(value)
        || reported(mention, attribute, value + " is no finite float", remedy, problems);
  }

  private static boolean reported(
      Mention mention, String attribute, String finding, String remedy, Problems problems) {
    problems.add(
        Code.AttributeOutOfRange,
        mention.origin(attribute),
        "%s = %s".formatted(attribute, finding),
        remedy);
    return false;
  }
}
