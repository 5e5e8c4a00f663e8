package org.synapt.processor.shape;

/**
 * How a window moves along one axis.
 *
 * <p>Window i begins at {@code i · stride − before}, and takes every {@code dilation}-th of the
 * positions from there.
 *
 * @param extent the positions of the axis
 * @param size how many of them a window takes
 * @param stride how far apart neighbouring windows begin
 * @param dilation how far apart the positions are that a window takes
 * @param before the padding in front of the first position
 * @param after the padding behind the last position
 */
public record Window(int extent, int size, int stride, int dilation, int before, int after) {

  /** A window that stays within the axis. */
  public static Window valid(int extent, int size, int stride, int dilation) {
    return new Window(extent, size, stride, dilation, 0, 0);
  }

  /**
   * A window with so much padding that there are {@code ⌈extent / stride⌉}; where the padding is
   * odd, there is more of it behind, as in TensorFlow.
   */
  public static Window same(int extent, int size, int stride, int dilation) {
    long last = (extent - 1L) / stride * stride;
    int padding = padding(last + span(size, dilation) - extent);
    return new Window(extent, size, stride, dilation, padding / 2, padding - padding / 2);
  }

  /** A window that ends at its position, and never sees one behind. */
  public static Window causal(int extent, int size, int stride, int dilation) {
    return new Window(extent, size, stride, dilation, padding(span(size, dilation) - 1), 0);
  }

  /** None below 0; and as much as an int counts, which is too little, where no memory would do. */
  private static int padding(long wanted) {
    return (int) Math.max(0, Math.min(wanted, Integer.MAX_VALUE));
  }

  /** From the first position that a window takes to the last: {@code (size − 1) · dilation + 1}. */
  public long span() {
    return span(size, dilation);
  }

  private static long span(int size, int dilation) {
    return (size - 1L) * dilation + 1;
  }

  /** How many windows there are; 0 where none fits. */
  public int count() {
    return (int) Math.max(0, Math.min(quotient(), Integer.MAX_VALUE));
  }

  /** {@code ⌈positions / stride⌉}; 0 or less where no window fits. */
  private long quotient() {
    return -Math.floorDiv(-positions(), (long) stride);
  }

  /** Where a window may begin. */
  private long positions() {
    return extent + padding() - span() + 1;
  }

  /** The padding on both sides. */
  public long padding() {
    return (long) before + after;
  }

  /**
   * How many windows there are, as a reader can count them: {@code 28 + 2 - 3 + 1 = 28}, with
   * padding of 2; {@code ⌈(28 - 5 + 1) / 2⌉ = 12}, with a stride of 2; {@code 28 - (3 - 1) · 4 =
   * 20}, dilated by 4.
   */
  public String arithmetic() {
    String padded = padding() == 0 ? "" + extent : extent + " + " + padding();
    String beginnings =
        dilation == 1
            ? "%s - %s + 1".formatted(padded, size)
            : "%s - (%s - 1) · %s".formatted(padded, size, dilation);
    return stride == 1
        ? "%s = %s".formatted(beginnings, quotient())
        : "⌈(%s) / %s⌉ = %s".formatted(beginnings, stride, quotient());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(size).append(" of ").append(extent);
    if (stride > 1) {
      text.append(" by ").append(stride);
    }
    if (dilation > 1) {
      text.append(" dilated ").append(dilation);
    }
    if (padding() > 0) {
      text.append(" padded ").append(before).append('+').append(after);
    }
    return text.toString();
  }
}
