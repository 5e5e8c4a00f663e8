package org.synapt.samples.digits;

import java.util.Locale;

/** A picture and what the network makes of it, in characters. */
final class TerminalPicture {
  private static final String SHADES = " .:-=+*#%@";
  private static final int BAR = 20;

  private TerminalPicture() {}

  /** Two rows of pixels a line, the ten probabilities beside it. */
  static String of(float[] pixels, float[] probabilities) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < DigitDrawing.SIDE; y += 2) {
      for (int x = 0; x < DigitDrawing.SIDE; x++) {
        text.append(shade(pixels, x, y));
      }
      int digit = y / 2 - 2;
      if (digit >= 0 && digit < 10) {
        text.append(bar(digit, probabilities[digit]));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static char shade(float[] pixels, int x, int y) {
    int at = y * DigitDrawing.SIDE + x;
    float mean = (pixels[at] + pixels[at + DigitDrawing.SIDE]) / 2;
    return SHADES.charAt(Math.min(SHADES.length() - 1, (int) (mean * SHADES.length())));
  }

  private static String bar(int digit, float probability) {
    int length = Math.round(probability * BAR);
    return String.format(
        Locale.ROOT,
        "   %d %s %.3f",
        digit,
        "|".repeat(length) + " ".repeat(BAR - length),
        probability);
  }
}
