package org.synapt.progress;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.synapt.training.Callback;
import org.synapt.training.EpochLines;
import org.synapt.training.Logs;
import org.synapt.training.Training;

/**
 * Shows a bar for each epoch, as Keras 2 does when its {@code verbose} is 1.
 *
 * <pre>
 * Pima on java, 2 threads
 * Epoch 143/150
 * 768/768 [==============================] - 0s - loss: 0.4614 - acc: 0.7878
 * </pre>
 *
 * <p>On a terminal the bar grows; elsewhere its last line alone is written.
 */
public final class ProgressBar implements Callback {
  private static final int REDRAW_MILLIS = 200;

  /** How often the numbers beside the bar change. Asking the clock costs less than a step. */
  private static final long MESSAGE_NANOS = 100_000_000;

  private final PrintStream out;
  private final boolean grows;
  private Optional<Training> training = Optional.empty();
  private Optional<me.tongfei.progressbar.ProgressBar> bar = Optional.empty();
  private long begunNanos;
  private long messageNanos;
  private int drawn;

  private ProgressBar(PrintStream out, boolean grows) {
    this.out = out;
    this.grows = grows;
  }

  /**
   * A bar that grows in place, for a terminal.
   *
   * @param terminal written to
   * @return the callback
   */
  public static ProgressBar growing(PrintStream terminal) {
    return new ProgressBar(terminal, true);
  }

  /**
   * The last line of each bar, for a file or a pipe.
   *
   * @param out written to
   * @return the callback
   */
  public static ProgressBar finished(PrintStream out) {
    return new ProgressBar(out, false);
  }

  @Override
  public void onTrainBegin(Training begun) {
    training = Optional.of(begun);
    print(EpochLines.opening(begun));
  }

  @Override
  public void onTrainEnd() {
    closeBar();
  }

  @Override
  public void onEpochBegin(int epoch) {
    Training begun = training.orElseThrow();
    print("Epoch " + (epoch + 1) + "/" + begun.epochs() + "\n");
    begunNanos = System.nanoTime();
    messageNanos = begunNanos;
    if (grows) {
      bar = Optional.of(bar(begun.examples()));
    }
  }

  private me.tongfei.progressbar.ProgressBar bar(int examples) {
    int width = new ConsoleProgressBarConsumer(out).getMaxRenderedLength();
    return new ProgressBarBuilder()
        .setInitialMax(examples == 0 ? -1 : examples)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .setRenderer(new BarLine())
        .setConsumer(new DelegatingProgressBarConsumer(this::redraw, width))
        .build();
  }

  @Override
  public void onBatchEnd(int batch, Logs logs) {
    if (bar.isPresent()) {
      Training begun = training.orElseThrow();
      bar.get().stepTo(begun.seen());
      long now = System.nanoTime();
      if (now - messageNanos > MESSAGE_NANOS) {
        messageNanos = now;
        bar.get().setExtraMessage(begun.running().toString());
      }
    }
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    closeBar();
    int examples = training.orElseThrow().examples();
    long elapsedMillis = (System.nanoTime() - begunNanos) / 1_000_000;
    String line = BarLine.draw(examples, examples, elapsedMillis, logs.toString());
    if (grows) {
      redraw(line);
      print("\n");
    } else {
      print(line + "\n");
    }
    drawn = 0;
  }

  /** Stops the library's thread from drawing; what it drew last is drawn over. */
  private void closeBar() {
    bar.ifPresent(me.tongfei.progressbar.ProgressBar::close);
    bar = Optional.empty();
  }

  /** Draws over the line that is there. The library calls this from a thread of its own. */
  private synchronized void redraw(String line) {
    StringBuilder text = new StringBuilder("\r").append(line);
    for (int i = line.length(); i < drawn; i++) {
      text.append(' ');
    }
    drawn = line.length();
    print(text.toString());
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }
}
