package org.synapt.report;

import java.util.Locale;

/** How far a training has come, as its callback sees it. */
final class Progress {
  /** How it stands. */
  enum State {
    RUNNING,
    FINISHED,
    BROKEN
  }

  private final int epochs;
  private final long begunNanos = System.nanoTime();
  private long earlierMillis;
  private int done;
  private State state = State.RUNNING;

  /**
   * A training that begins.
   *
   * @param epochs the epoch to stop before, counted from 0
   */
  Progress(int epochs) {
    this.epochs = epochs;
  }

  /** Goes on where another stopped that took so long. */
  void resume(int epochsDone, long millis) {
    done = epochsDone;
    earlierMillis = millis;
  }

  void epoch(int epochsDone) {
    done = epochsDone;
  }

  void end(boolean finished) {
    state = finished ? State.FINISHED : State.BROKEN;
  }

  State state() {
    return state;
  }

  long elapsedMillis() {
    return earlierMillis + (System.nanoTime() - begunNanos) / 1_000_000;
  }

  /** {@code 17 of 150 epochs in 12.3 s}, and what becomes of it where that is not all. */
  String text(long elapsedMillis) {
    String far =
        String.format(
            Locale.ROOT, "%,d of %,d epochs in %s", done, epochs, Elapsed.text(elapsedMillis));
    return switch (state) {
      case RUNNING -> far + ", and going on";
      case FINISHED -> done < epochs ? far + ", then stopped" : far;
      case BROKEN -> far + ", then something failed";
    };
  }
}
