package org.synapt.backend.java;

/** So many things, divided as evenly as can be into parts that lie one behind the other. */
public final class Parts {
  private Parts() {}

  /**
   * Where part {@code i} begins; where it ends the next one does.
   *
   * @param count how many things
   * @param i the number of the part, or the number of parts
   * @param parts how many parts
   * @return the number of its first thing
   */
  public static int begin(int count, int i, int parts) {
    return (int) ((long) count * i / parts);
  }

  /**
   * Where part {@code i} begins if all but the last end at a multiple of {@code unit}.
   *
   * @param count how many things
   * @param i the number of the part, or the number of parts
   * @param parts how many parts
   * @param unit how many things stay together
   * @return the number of its first thing
   */
  public static int begin(int count, int i, int parts, int unit) {
    int units = (count + unit - 1) / unit;
    return (int) Math.min(count, (long) begin(units, i, parts) * unit);
  }
}
