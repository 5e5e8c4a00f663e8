package org.synapt.optimizer;

/**
 * Chooses between two ways to the same result by the time that they take: that rows wait, or that
 * every row is moved in every step.
 *
 * <p>Each is tried for some steps, the faster is used for many, and then both are tried again, ever
 * more rarely. Which way is faster depends on the optimizer, on how many rows a step uses, and on
 * whether all of them fit a cache.
 */
final class Pace {
  private static final int TRIAL = 32;
  private static final int STAY = 1024;
  private static final int LONGEST_STAY = 1 << 16;

  private boolean waits = true;
  private boolean trying = true;
  private int left = TRIAL;
  private int stay = STAY;
  private long now;
  private long waiting;
  private long moving;

  /** Whether rows wait in this step. */
  boolean waits() {
    return waits;
  }

  /** Says how long something took that belongs to this step's way. */
  void spent(long nanos) {
    now += nanos;
  }

  /** Ends a step. The first half of a trial does not count: what the other way left is settled. */
  void step() {
    if (trying && left <= TRIAL / 2) {
      if (waits) {
        waiting += now;
      } else {
        moving += now;
      }
    }
    now = 0;
    left--;
    if (left == 0) {
      turn();
    }
  }

  private void turn() {
    if (!trying) {
      trying = true;
      waits = true;
      waiting = 0;
      moving = 0;
      left = TRIAL;
    } else if (waits) {
      waits = false;
      left = TRIAL;
    } else {
      trying = false;
      waits = waiting < moving;
      left = stay;
      stay = Math.min(2 * stay, LONGEST_STAY);
    }
  }
}
