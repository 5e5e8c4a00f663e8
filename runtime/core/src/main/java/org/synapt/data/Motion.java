package org.synapt.data;

/**
 * How far images are moved, turned and stretched.
 *
 * @param down by what part of their height, downwards
 * @param right by what part of their width, to the right
 * @param turn by what part of a full circle, counter-clockwise
 * @param height how much more of the height is seen
 * @param width how much more of the width is seen
 * @param even whether as much more is seen of the width as of the height
 */
record Motion(Span down, Span right, Span turn, Span height, Span width, boolean even) {

  static Motion shift(Span down, Span right) {
    return new Motion(down, right, Span.ZERO, Span.ZERO, Span.ZERO, false);
  }

  static Motion turn(Span turn) {
    return new Motion(Span.ZERO, Span.ZERO, turn, Span.ZERO, Span.ZERO, false);
  }

  static Motion zoom(Span height, Span width, boolean even) {
    return new Motion(Span.ZERO, Span.ZERO, Span.ZERO, height, width, even);
  }
}
