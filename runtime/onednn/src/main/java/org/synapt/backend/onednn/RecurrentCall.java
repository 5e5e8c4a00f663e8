package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.backend.java.Stage;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.GateFunctions;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;

/**
 * A call of a recurrent layer as its parts see it: the operands, and where things lie in them and
 * in the memory that the parts share. One serves all calls of a kernel, one at a time.
 *
 * <p>A step is counted in the order of reading, a position as it lies.
 */
final class RecurrentCall {
  Buffer mask = Stage.none();
  Buffer saved = Stage.none();
  Buffer hidden = Stage.none();
  Buffer cell = Stage.none();
  Buffer y = Stage.none();
  Buffer dy = Stage.none();
  Buffer dbias = Stage.none();
  Buffer dhidden = Stage.none();
  Buffer dcell = Stage.none();

  @SuppressWarnings("NullAway.Init") // Each call begins with them.
  private Recurrence recurrence;

  @SuppressWarnings("NullAway.Init")
  private NativeMemory shared;

  private Optional<GateFunctions> functions = Optional.empty();
  private int batch;
  private boolean needsSums;
  private boolean backward;
  private boolean aligned;
  private boolean sequences;

  /** Begins a call, whose operands are set then. */
  void begin(Recurrence recurrence, int batch, NativeMemory shared) {
    if (functions.isEmpty() || !functions.get().equals(recurrence.gates())) {
      functions = Optional.of(recurrence.gates());
      needsSums = recurrence.gates().needSums();
    }
    this.recurrence = recurrence;
    this.batch = batch;
    this.shared = shared;
    this.backward = recurrence.has(Option.BACKWARD);
    this.aligned = recurrence.has(Option.ALIGNED);
    this.sequences = recurrence.has(Option.SEQUENCES);
  }

  NativeMemory shared() {
    return shared;
  }

  GateFunctions functions() {
    return recurrence.gates();
  }

  boolean has(Option option) {
    return recurrence.has(option);
  }

  int steps() {
    return recurrence.steps();
  }

  int units() {
    return recurrence.units();
  }

  /** Whether every step has a result. */
  boolean givesSequences() {
    return sequences;
  }

  /** Whether slopes are of the gates' sums, so that these are saved. */
  boolean needsSums() {
    return needsSums;
  }

  /** The position that a step reads. */
  private int position(int step) {
    return backward ? steps() - 1 - step : step;
  }

  /** Where the mask has a step of an example. */
  int maskAt(int example, int step) {
    return example * steps() + position(step);
  }

  /** Where the result has a step of an example. */
  int resultAt(int example, int step) {
    return (example * recurrence.given() + (aligned ? position(step) : step)) * units();
  }

  /** Where the result has an example's last state, if it has no other. */
  int lastAt(int example) {
    return example * recurrence.given() * units();
  }

  /** Where the result has what an example's cell ends with. */
  int cellAt(int example) {
    return ((example + 1) * recurrence.given() - 1) * units();
  }

  /** Where the shared memory has a step's sums, one gate beside the other, or their gradients. */
  int sumsAt(int example, int step) {
    return (example * steps() + position(step)) * recurrence.columns();
  }

  /** Where it has the gradients of what the state adds to the sums, if that is kept apart. */
  int apartAt(int example, int step) {
    return batch * steps() * recurrence.columns() + sumsAt(example, step);
  }

  /** Where it has the factor of a step's second product. */
  int factorAt(int example, int step) {
    return batch * steps() * recurrence.columns() + stateAt(example, step);
  }

  /** Where it has the gradients of an example's bias, summed over the steps. */
  int biasAt(int example) {
    return steps(recurrence, batch) + example * (recurrence.cell().gates() + 1) * units();
  }

  /** Where the state that a step found is saved. */
  int stateAt(int example, int step) {
    return (example * steps() + position(step)) * units();
  }

  /**
   * Where a step's other planes are saved, one behind the other.
   *
   * @param first the first example that is in them
   * @param rows how many are
   */
  int planesAt(int first, int rows, int step) {
    int gates = recurrence.cell().gates();
    int planes = gates + (needsSums ? gates : 0) + (keepsOther(recurrence) ? 1 : 0);
    return (batch * steps() + (first * steps() + step * rows) * planes) * units();
  }

  /** Whether the gradient of a step needs more than gates and the state that it found. */
  static boolean keepsOther(Recurrence recurrence) {
    return recurrence.cell() != Recurrence.Cell.SIMPLE_RNN;
  }

  /** How much shared memory a call needs. */
  static int shared(Recurrence recurrence, int batch) {
    long bias = (long) batch * (recurrence.cell().gates() + 1) * recurrence.units();
    return Math.toIntExact(steps(recurrence, batch) + bias);
  }

  /** The floats of all sums, and of what is kept apart or of factors. */
  private static int steps(Recurrence recurrence, int batch) {
    int planes = recurrence.cell().gates();
    if (recurrence.cell() == Recurrence.Cell.GRU) {
      planes += recurrence.has(Option.RESET_AFTER) ? planes : 1;
    }
    return Math.toIntExact((long) batch * recurrence.steps() * planes * recurrence.units());
  }
}
