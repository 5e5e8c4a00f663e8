package org.synapt.progress;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Draws a bar as Keras 2 does: 30 wide, whole seconds, what remains while it grows and what it took
 * when it has.
 *
 * <pre>
 * 320/768 [===========>..................] - ETA: 1s - loss: 0.4702 - acc: 0.7781
 * 768/768 [==============================] - 2s - loss: 0.4614 - acc: 0.7878
 * 320/Unknown - 1s - loss: 0.4702 - acc: 0.7781
 * </pre>
 */
final class BarLine implements ProgressBarRenderer {
  private static final int WIDTH = 30;

  @Override
  public String render(ProgressState progress, int maxLength) {
    String line =
        draw(
            progress.getCurrent(),
            progress.isIndefinite() ? 0 : progress.getMax(),
            progress.getElapsedAfterStart().toMillis(),
            progress.getExtraMessage());
    // A line that wraps could not be drawn over; the last one is not drawn over.
    boolean last = !progress.isIndefinite() && progress.getCurrent() >= progress.getMax();
    return last ? line : line.substring(0, Math.min(line.length(), maxLength));
  }

  /** A line for so many of all; of 0 if nobody knows how many there are. */
  static String draw(long done, long all, long elapsedMillis, String message) {
    String line =
        all == 0
            ? done + "/Unknown - " + elapsedMillis / 1000 + "s"
            : bar(done, all, elapsedMillis);
    return message.isEmpty() ? line : line + " - " + message;
  }

  private static String bar(long done, long all, long elapsedMillis) {
    int digits = String.valueOf(all).length();
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%" + digits + "d/%d [", done, all));
    int filled = (int) (WIDTH * done / all);
    for (int i = 0; i < WIDTH; i++) {
      boolean tip = i == filled - 1 && done < all;
      line.append(i >= filled ? '.' : tip ? '>' : '=');
    }
    line.append("] - ");
    if (done < all) {
      long left = done == 0 ? 0 : elapsedMillis * (all - done) / done;
      line.append("ETA: ").append(left / 1000).append('s');
    } else {
      line.append(elapsedMillis / 1000).append('s');
    }
    return line.toString();
  }
}
