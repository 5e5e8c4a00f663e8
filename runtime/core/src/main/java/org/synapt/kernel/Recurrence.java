package org.synapt.kernel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a recurrent layer does in one direction, apart from its parameters: {@code
 * Recurrence.of(Cell.LSTM, 80, 128, 64, gates, Option.SEQUENCES)}.
 *
 * @param cell what happens in a step
 * @param steps the steps of a sequence, T
 * @param inputs the floats that a step reads, in
 * @param units the floats of a state, u
 * @param gates the functions of the gates
 * @param options what else it does; never changes
 */
public record Recurrence(
    Cell cell, int steps, int inputs, int units, GateFunctions gates, Set<Option> options) {

  /** What happens in a step. */
  public enum Cell {
    /** One sum, which is the state's. */
    SIMPLE_RNN(1, 1),
    /** Gates in the order i, f, c, o; the states h and c. */
    LSTM(4, 2),
    /** Gates in the order z, r, h; beside the state, what the candidate takes of the one before. */
    GRU(3, 2);

    private final int gates;
    private final int kept;

    Cell(int gates, int kept) {
      this.gates = gates;
      this.kept = kept;
    }

    /**
     * The sums of a step.
     *
     * @return how often {@code units} the kernel is wide
     */
    public int gates() {
      return gates;
    }
  }

  /** What a recurrent layer may do besides. */
  public enum Option {
    /** The last step is read first. */
    BACKWARD,
    /**
     * A layer that reads backward gives step t where it read step t, not in the order of reading.
     */
    ALIGNED,
    /** The state of every step is given, not that of the last one read. */
    SEQUENCES,
    /** The cell's state after the last step is given as a further step of the result; LSTM only. */
    GIVES_CELL,
    /** The states that it ends with are written over those it began with. */
    STATEFUL,
    /** The reset gate works on {@code h · U + b}, not on {@code h}; GRU only. */
    RESET_AFTER
  }

  /**
   * Copies the options.
   *
   * @param cell what happens in a step
   * @param steps the steps of a sequence
   * @param inputs the floats that a step reads
   * @param units the floats of a state
   * @param gates the functions of the gates
   * @param options what else it does
   */
  public Recurrence {
    options =
        Collections.unmodifiableSet(
            options.isEmpty() ? EnumSet.noneOf(Option.class) : EnumSet.copyOf(options));
  }

  /**
   * A recurrence with options.
   *
   * @param cell what happens in a step
   * @param steps the steps of a sequence
   * @param inputs the floats that a step reads
   * @param units the floats of a state
   * @param gates the functions of the gates
   * @param options what else it does
   * @return the recurrence
   */
  public static Recurrence of(
      Cell cell, int steps, int inputs, int units, GateFunctions gates, Option... options) {
    Set<Option> set = EnumSet.noneOf(Option.class);
    Collections.addAll(set, options);
    return new Recurrence(cell, steps, inputs, units, gates, set);
  }

  /**
   * Whether it has an option.
   *
   * @param option the option
   * @return whether it is among {@link #options}
   */
  public boolean has(Option option) {
    return options.contains(option);
  }

  /**
   * The columns of the kernel.
   *
   * @return gates · units
   */
  public int columns() {
    return cell.gates * units;
  }

  /**
   * The steps of the result, one more with the cell's state.
   *
   * @return T or 1, and 1 more with {@link Option#GIVES_CELL}
   */
  public int given() {
    return (has(Option.SEQUENCES) ? steps : 1) + (has(Option.GIVES_CELL) ? 1 : 0);
  }

  /**
   * What forward keeps for the gradient of one example: for each step the gates, their sums too if
   * a {@linkplain GateFunctions#needSums slope needs them}, and the states that the step found. The
   * states after the last step are not among them: they follow from what it found and its gates. So
   * it is a whole number of floats for each step, which generated code counts as {@code steps · k}
   * where each batch decides how many steps there are.
   *
   * @return how many floats
   */
  public int saved() {
    int sums = gates.needSums() ? cell.gates : 0;
    return steps * (cell.gates + sums + cell.kept) * units;
  }
}
