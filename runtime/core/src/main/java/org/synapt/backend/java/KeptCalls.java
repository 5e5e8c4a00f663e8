package org.synapt.backend.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a kernel has prepared for the calls it knows, found again by their description; allocates
 * nothing for a call it knows.
 *
 * <p>A pass calls its kernels in the same order step after step, so the call after the last one
 * found is tried first. Where there are too many, the oldest goes.
 *
 * @param <T> what is prepared
 */
public final class KeptCalls<T> {
  private final int most;
  private final Consumer<T> release;
  private final List<Kept<T>> known = new ArrayList<>();
  private int next;
  private int oldest;

  /** What was prepared for a call. */
  private record Kept<T>(CallKey call, Optional<T> prepared) {}

  /**
   * Knows no call yet.
   *
   * @param most how many are kept
   * @param release takes what was prepared for one that goes
   */
  public KeptCalls(int most, Consumer<T> release) {
    this.most = most;
    this.release = release;
  }

  /**
   * What was kept for a call.
   *
   * @param call its description
   * @return what was prepared; empty if the call is not known
   */
  public Optional<T> find(CallKey call) {
    for (int i = 0; i < known.size(); i++) {
      Kept<T> kept = known.get(next);
      next = next + 1 == known.size() ? 0 : next + 1;
      if (kept.call.matches(call)) {
        return kept.prepared;
      }
    }
    return Optional.empty();
  }

  /**
   * Keeps what was prepared for a call that is not known.
   *
   * @param call its description; copied
   * @param prepared what is kept
   */
  public void keep(CallKey call, T prepared) {
    Kept<T> kept = new Kept<>(call.copy(), Optional.of(prepared));
    if (known.size() < most) {
      known.add(kept);
      next = 0;
      return;
    }
    release.accept(known.set(oldest, kept).prepared.get());
    oldest = oldest + 1 == most ? 0 : oldest + 1;
    next = oldest;
  }
}
