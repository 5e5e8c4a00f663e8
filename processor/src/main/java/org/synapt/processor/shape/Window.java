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
    long count = (extent + (long) stride - 1) / stride;
    long span = span(size, dilation);
    int padding = (int) Math.max(0, (count - 1) * stride + span - extent);
    return new Window(extent, size, stride, dilation, padding / 2, padding - padding / 2);
  }

  /** A window that ends at its position, and never sees one behind. */
  public static Window causal(int extent, int size, int stride, int dilation) {
    return new Window(extent, size, stride, dilation, (int) (span(size, dilation) - 1), 0);
  }

  /** From the first position that a window takes to the last: {@code (size − 1) · dilation + 1}. */
  public long span() {
    return span(size, dilation);
  }

  private static long span(int size, int dilation) {
    return (size - 1L) * dilation + 1;
  }

  /** How many windows there are; 0 or less where none fits. */
  public int count() {
    long room = (long) extent + before + after - span();
    return room < 0 ? 0 : (int) (room / stride + 1);
  }

  /** {@code (28 - 5 + 1) / 2 = 12}: the arithmetic, for messages. */
  public String arithmetic() {
    String padded = before + after == 0 ? "" + extent : extent + " + " + (before + after);
    String windows = "%s - %s + 1".formatted(padded, span());
    return stride == 1
        ? "%s = %s".formatted(windows, count())
        : "(%s) / %s = %s".formatted(windows, stride, count());
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
    if (before + after > 0) {
      text.append(" padded ").append(before).append('+').append(after);
    }
    return text.toString();
  }
}
