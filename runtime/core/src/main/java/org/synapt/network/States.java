package org.synapt.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What stateful rows remember from batch to batch: example i of a batch goes on where example i of
 * the batch before ended.
 *
 * <p>The states are parameters that no gradient moves, {@code [batchSize, units]}, so that they are
 * saved, loaded and copied with the others. A file may lack them or have them for other batches:
 * then they stay as they are. A training starts every epoch without memory, and so does an
 * evaluation, which leaves them as it found them; predictions go on until {@link #reset}.
 */
public final class States {
  private final List<Parameter> states = new ArrayList<>();
  private int batchSize = Integer.MAX_VALUE;

  States() {}

  void add(Parameter state, int rows) {
    states.add(state);
    batchSize = Math.min(batchSize, rows);
  }

  /**
   * Whether nothing is remembered, because no row is stateful.
   *
   * @return whether there are no states
   */
  public boolean isEmpty() {
    return states.isEmpty();
  }

  /**
   * The most examples of a batch, each of which has a state of its own.
   *
   * @return the {@code batchSize} of the declaration; 2³¹ − 1 if there are no states
   */
  public int batchSize() {
    return batchSize;
  }

  /**
   * Whether a name is that of a state; no other parameter ends so.
   *
   * @param parameter the name of a parameter, of this network or of another
   * @return whether it ends with {@code .hidden} or {@code .cell}
   */
  public static boolean isState(String parameter) {
    return parameter.endsWith(".hidden") || parameter.endsWith(".cell");
  }

  void requireRoom(String network, int batch) {
    if (batch > batchSize) {
      throw new IllegalArgumentException(
          network
              + " has states for batches of "
              + batchSize
              + " examples, not "
              + batch
              + "; take smaller batches, or state batchSize = "
              + batch
              + " at its inputs");
    }
  }

  /** Forgets: every state is 0. */
  public void reset() {
    for (Parameter state : states) {
      state.set(new float[state.size()]);
    }
  }

  /**
   * Forgets for a while, in which the states are 0 at first and change as they do.
   *
   * @return what is closed to put them back as they are now
   */
  public Pause pause() {
    List<float[]> kept = new ArrayList<>();
    states.forEach(state -> kept.add(state.get()));
    reset();
    return () -> {
      for (int i = 0; i < kept.size(); i++) {
        states.get(i).set(kept.get(i));
      }
    };
  }

  /** A time after which the states are as they were. */
  public interface Pause extends AutoCloseable {
    @Override
    void close();
  }
}
