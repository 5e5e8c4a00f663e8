package org.synapt.network;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/**
 * A network's code, with memory for so many examples at a time.
 *
 * <p>Values lie in one arena, placed while the network was compiled in floats per example, so that
 * one plan serves every batch: a value at {@code at} begins at {@code at · capacity}. One thread at
 * a time uses a pass.
 */
public abstract class Pass {
  private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

  private final Network network;
  private final int capacity;
  private final int[] extents;
  private final Buffer arena;
  private final int perBatchAt;
  private final Buffer none;
  private float[] filling = {};

  /**
   * A pass with an arena of its own.
   *
   * @param network the network whose parameters it uses
   * @param capacity the largest batch
   * @param perExample the arena's floats for each example
   * @param perBatch further floats, whatever the batch
   * @throws IllegalArgumentException if the arena had more than 2³¹ floats
   */
  protected Pass(Network network, int capacity, int perExample, int perBatch) {
    this(network, capacity, perExample, perBatch, new int[0]);
  }

  /**
   * A pass for some extents, which shares its arena with those for others.
   *
   * @param network the network whose parameters it uses
   * @param capacity the largest batch
   * @param perExample the arena's floats for each example
   * @param perBatch further floats, whatever the batch
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as far as there are such
   * @throws IllegalArgumentException if the arena had more than 2³¹ floats
   */
  protected Pass(Network network, int capacity, long perExample, long perBatch, int... extents) {
    this.network = network;
    this.capacity = capacity;
    this.extents = extents.clone();
    if (perBatch > MOST_FLOATS || perExample > (MOST_FLOATS - perBatch) / capacity) {
      throw tooLarge(perExample, perBatch);
    }
    this.perBatchAt = (int) (capacity * perExample);
    this.arena = network.arena(this, (int) (perBatchAt + perBatch));
    this.none = arena.slice(0, 0);
  }

  private IllegalArgumentException tooLarge(long perExample, long perBatch) {
    return new IllegalArgumentException(
        "a batch of "
            + capacity
            + " needs "
            + BigInteger.valueOf(perExample)
                .multiply(BigInteger.valueOf(capacity))
                .add(BigInteger.valueOf(perBatch))
            + " floats, more than an index can count; take a smaller batch"
            + (extents.length == 0 ? "" : ", or shorter examples"));
  }

  /** What each batch decides: the extents that this pass is for. */
  final int[] extents() {
    return extents;
  }

  /** Another pass may have written where this one's values were. */
  void memoryWasShared() {}

  /**
   * One of the extents that this pass is for.
   *
   * @param number 0 for {@code ANY}, 1 for {@code ANY_2}, 2 for {@code ANY_3}
   * @return the extent
   */
  protected final int extent(int number) {
    return extents[number];
  }

  /** All memory of this pass. */
  final Buffer arena() {
    return arena;
  }

  /**
   * The memory of a value that every example has.
   *
   * @param at its place, in floats per example
   * @param floats its floats for each example
   * @return the memory, [capacity, floats]
   */
  protected final Buffer slot(int at, int floats) {
    return arena.slice(at * capacity, floats * capacity);
  }

  /**
   * The memory of a value that does not grow with the batch.
   *
   * @param at its place, behind the examples'
   * @param floats its floats
   * @return the memory, [floats]
   */
  protected final Buffer fixed(int at, int floats) {
    return arena.slice(perBatchAt + at, floats);
  }

  /**
   * Writes one number everywhere.
   *
   * @param values written: the first floats
   * @param count how many
   * @param number what is written
   */
  protected final void fill(Buffer values, int count, float number) {
    if (filling.length < count) {
      filling = new float[count];
    }
    Arrays.fill(filling, 0, count, number);
    values.put(0, filling, 0, count);
  }

  /**
   * Makes sure that there are as many rows as a batch has steps.
   *
   * @param parameter the parameter of the rows
   * @param rows how many it has
   * @param steps how many steps the batch has
   * @throws IllegalArgumentException if there are more steps
   */
  protected final void requireAtMost(String parameter, int rows, int steps) {
    if (steps > rows) {
      throw new IllegalArgumentException(
          parameter
              + " has "
              + rows
              + " rows, one for each step, but a batch came with "
              + steps
              + " steps; shorten its sequences, or state a larger sequenceLength");
    }
  }

  /**
   * What a kernel is given in place of an operand that there is not.
   *
   * @return memory of no floats
   */
  protected final Buffer none() {
    return none;
  }

  /**
   * A kernel for this pass alone.
   *
   * @param type the op's interface
   * @param <K> the op's interface
   * @return the kernel
   */
  protected final <K extends Kernel> K kernel(Class<K> type) {
    return network.kernel(type);
  }

  /**
   * The largest batch.
   *
   * @return the number of examples
   */
  public final int capacity() {
    return capacity;
  }

  /**
   * The network whose parameters it uses.
   *
   * @return the network
   */
  public final Network network() {
    return network;
  }

  /**
   * Where the inputs go, in the order of their rows; each [capacity, …]. Rows read them through
   * these very buffers, and never write there.
   *
   * @return the memory of each input
   */
  public abstract List<Buffer> inputs();

  /**
   * Where the outputs are found after {@link #forward}, in the order of their rows. Rows write and
   * read them through these very buffers.
   *
   * @return the memory of each output
   */
  public abstract List<Buffer> outputs();

  /**
   * Runs every row.
   *
   * @param batch how many examples the inputs hold, at most {@link #capacity}
   */
  public abstract void forward(int batch);

  /**
   * Several buffers as a list that cannot be changed.
   *
   * @param buffers the buffers
   * @return the list
   */
  protected static List<Buffer> list(Buffer... buffers) {
    return Collections.unmodifiableList(Arrays.asList(buffers));
  }
}
