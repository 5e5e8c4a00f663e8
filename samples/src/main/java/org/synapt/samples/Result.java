package org.synapt.samples;

import java.util.Locale;

/** The line of figures with which a sample ends: {@code result accuracy=0.9456 loss=0.1834}. */
public final class Result {
  private final StringBuilder line = new StringBuilder("result");

  /** Adds a figure with four digits behind the point. */
  public Result with(String name, double value) {
    line.append(String.format(Locale.ROOT, " %s=%.4f", name, value));
    return this;
  }

  /** Adds a whole number. */
  public Result with(String name, long value) {
    line.append(String.format(Locale.ROOT, " %s=%d", name, value));
    return this;
  }

  /** Prints the line. */
  public void print() {
    System.out.println(line);
  }
}
