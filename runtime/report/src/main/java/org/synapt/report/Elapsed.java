package org.synapt.report;

import java.util.Locale;

/**
 * How long something took, for people: {@code 50 ms}, {@code 12.3 s}, {@code 3 min 20 s}, {@code 1
 * h 2 min}.
 */
final class Elapsed {
  private Elapsed() {}

  static String text(long millis) {
    if (millis < 1000) {
      return millis + " ms";
    }
    long seconds = Math.round(millis / 1000.0);
    if (millis < 59_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60);
    }
    long minutes = Math.round(seconds / 60.0);
    return String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
  }
}
