package org.synapt.samples.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits as strokes: lines between points of a square whose corners are (0, 0) and (1, 1), with y
 * downwards.
 */
final class StrokeFont {
  /** A straight line. */
  record Line(double x1, double y1, double x2, double y2) {}

  private static final int ARC_STEPS = 14;

  private StrokeFont() {}

  /** The ways in which a digit is written: a seven with a bar, a four that is open. */
  static List<List<Line>> variants(int digit) {
    return switch (digit) {
      case 0 -> List.of(arc(.5, .5, .28, .45, 0, 360), arc(.5, .5, .38, .42, 0, 360));
      case 1 -> List.of(path(.3, .25, .5, .05, .5, .95), path(.5, .05, .5, .95), one());
      case 2 ->
          List.of(two(), join(arc(.5, .28, .25, .23, 180, 390), path(.7, .4, .22, .95, .8, .95)));
      case 3 ->
          List.of(
              three(), join(path(.25, .05, .75, .05, .48, .4), arc(.47, .67, .28, .28, -90, 150)));
      case 4 -> List.of(path(.65, .95, .65, .05, .2, .65, .85, .65), openFour());
      case 5 ->
          List.of(join(path(.75, .05, .3, .05, .27, .45), arc(.48, .66, .29, .29, -130, 140)));
      case 6 -> List.of(join(arc(.5, .68, .27, .27, 0, 360), path(.24, .62, .35, .3, .6, .05)));
      case 7 -> List.of(path(.2, .05, .8, .05, .42, .95), seven());
      case 8 -> List.of(join(arc(.5, .27, .22, .22, 0, 360), arc(.5, .72, .27, .24, 0, 360)));
      case 9 -> List.of(join(arc(.5, .32, .26, .27, 0, 360), path(.76, .36, .7, .7, .5, .95)));
      default -> throw new IllegalArgumentException("no digit " + digit);
    };
  }

  private static List<Line> one() {
    return join(path(.3, .25, .5, .05, .5, .95), path(.28, .95, .72, .95));
  }

  private static List<Line> two() {
    return join(arc(.5, .3, .28, .25, 170, 380), path(.75, .42, .2, .95, .82, .95));
  }

  private static List<Line> three() {
    return join(arc(.48, .27, .25, .22, 200, 450), arc(.48, .71, .29, .24, -90, 160));
  }

  private static List<Line> openFour() {
    return join(path(.28, .05, .25, .55, .8, .55), path(.68, .2, .66, .95));
  }

  private static List<Line> seven() {
    return join(path(.2, .05, .8, .05, .42, .95), path(.35, .5, .72, .5));
  }

  private static List<Line> path(double... points) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i + 3 < points.length; i += 2) {
      lines.add(new Line(points[i], points[i + 1], points[i + 2], points[i + 3]));
    }
    return lines;
  }

  /** A part of an ellipse, from one angle to another, in degrees, clockwise from the right. */
  private static List<Line> arc(
      double x, double y, double width, double height, double from, double to) {
    double[] points = new double[2 * (ARC_STEPS + 1)];
    for (int i = 0; i <= ARC_STEPS; i++) {
      double angle = Math.toRadians(from + (to - from) * i / ARC_STEPS);
      points[2 * i] = x + width * Math.cos(angle);
      points[2 * i + 1] = y + height * Math.sin(angle);
    }
    return path(points);
  }

  private static List<Line> join(List<Line> first, List<Line> second) {
    List<Line> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
