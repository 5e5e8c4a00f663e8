package org.synapt.samples.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.synapt.data.Examples;

/**
 * Draws digits as a hand would: shifted, turned, slanted, wide or narrow, thick or thin, on paper
 * that is not quite clean.
 */
public final class DigitDrawing {
  static final int SIDE = 28;

  private static final double NOISE = 0.12;

  private final SplittableRandom random;

  /** Draws what follows from a seed. */
  public DigitDrawing(long seed) {
    random = new SplittableRandom(seed);
  }

  /** As many pictures as asked for, each with its digit as a row with a single 1. */
  public Examples examples(int count) {
    float[] pixels = new float[count * SIDE * SIDE];
    float[] digits = new float[count * 10];
    for (int i = 0; i < count; i++) {
      int digit = random.nextInt(10);
      draw(digit, pixels, i * SIDE * SIDE);
      digits[i * 10 + digit] = 1;
    }
    return DigitsNetwork.examples(pixels, digits);
  }

  private void draw(int digit, float[] pixels, int at) {
    List<List<StrokeFont.Line>> variants = StrokeFont.variants(digit);
    List<StrokeFont.Line> lines = placed(variants.get(random.nextInt(variants.size())));
    double thickness = between(0.9, 2.0);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double ink = thickness + 0.5 - distance(lines, x + 0.5, y + 0.5);
        double shade = Math.min(1, Math.max(0, ink)) + NOISE * between(-1, 1);
        pixels[at + y * SIDE + x] = (float) Math.min(1, Math.max(0, shade));
      }
    }
  }

  /** The strokes in pixels, after a random shift, turn, slant and stretch. */
  private List<StrokeFont.Line> placed(List<StrokeFont.Line> lines) {
    double turn = Math.toRadians(between(-12, 12));
    double slant = between(-0.2, 0.2);
    double width = between(13, 19);
    double height = between(16, 21);
    double shiftX = between(-3, 3) + SIDE / 2.0;
    double shiftY = between(-3, 3) + SIDE / 2.0;
    List<StrokeFont.Line> placed = new ArrayList<>();
    for (StrokeFont.Line line : lines) {
      double[] ends = {line.x1(), line.y1(), line.x2(), line.y2()};
      for (int i = 0; i < 4; i += 2) {
        double x = (ends[i] - 0.5 - slant * (ends[i + 1] - 0.5)) * width;
        double y = (ends[i + 1] - 0.5) * height;
        ends[i] = shiftX + x * Math.cos(turn) - y * Math.sin(turn);
        ends[i + 1] = shiftY + x * Math.sin(turn) + y * Math.cos(turn);
      }
      placed.add(new StrokeFont.Line(ends[0], ends[1], ends[2], ends[3]));
    }
    return placed;
  }

  private static double distance(List<StrokeFont.Line> lines, double x, double y) {
    double nearest = Double.MAX_VALUE;
    for (StrokeFont.Line line : lines) {
      double dx = line.x2() - line.x1();
      double dy = line.y2() - line.y1();
      double along = ((x - line.x1()) * dx + (y - line.y1()) * dy) / (dx * dx + dy * dy);
      double t = Math.min(1, Math.max(0, along));
      double square = square(line.x1() + t * dx - x) + square(line.y1() + t * dy - y);
      nearest = Math.min(nearest, square);
    }
    return Math.sqrt(nearest);
  }

  private static double square(double x) {
    return x * x;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
