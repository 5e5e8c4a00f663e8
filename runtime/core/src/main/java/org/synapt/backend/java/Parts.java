package org.synapt.backend.java;

/** So many things, divided as evenly as can be into parts that lie one behind the other. */
final class Parts {
  private Parts() {}

  /** Where part {@code i} begins; where it ends the next one does. */
  static int begin(int count, int i, int parts) {
    return (int) ((long) count * i / parts);
  }

  /** Where part {@code i} begins if all but the last end at a multiple of {@code unit}. */
  static int begin(int count, int i, int parts, int unit) {
    int units = (count + unit - 1) / unit;
    return (int) Math.min(count, (long) begin(units, i, parts) * unit);
  }
}
