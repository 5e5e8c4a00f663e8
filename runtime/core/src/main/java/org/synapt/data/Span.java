package org.synapt.data;

/** From where to where a number is drawn. */
record Span(double low, double high) {
  static final Span ZERO = new Span(0, 0);

  /** A span that ends as far above 0 as it begins below. */
  static Span around(String what, double factor) {
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException(
          what
              + " must be a number from 0 to 1, drawn from its negative to itself, not "
              + factor
              + "; give two numbers to draw from elsewhere");
    }
    return new Span(-factor, factor);
  }

  static Span of(String what, double low, double high, double least, double most) {
    if (!(low >= least && low <= high && high <= most)) {
      throw new IllegalArgumentException(
          what
              + " must be drawn from a number up to another, both from "
              + least
              + " to "
              + most
              + ", not from "
              + low
              + " up to "
              + high);
    }
    return new Span(low, high);
  }

  double draw(SplitMix random) {
    return low == high ? low : low + (high - low) * random.unit();
  }
}
