package org.synapt.metric;

import java.util.Locale;

/** Requires that a class that was asked for is there. */
final class OneClass {
  private OneClass() {}

  static void require(String metric, int ofClass, Comparison comparison) {
    if (comparison.columns() == 1) {
      throw new IllegalArgumentException(
          "the output has one column, which says how likely class 1 is; leave the class out, "
              + metric
              + " is that of class 1");
    }
    if (ofClass >= comparison.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there is no class %d for %s: the output has the classes 0 to %d",
              ofClass,
              metric,
              comparison.columns() - 1));
    }
  }
}
