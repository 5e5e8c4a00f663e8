package org.synapt.backend.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;

/** A formula as ops of ND4J, prepared for each call that it knows. */
final class OpProgram {
  private final List<OpStep> steps;
  private final OpScratch scratch;
  private final List<INDArray> constants;
  private final Calls<Runnable[]> calls = new Calls<>(ops -> {});

  /**
   * A program.
   *
   * @param steps what is run, in order
   * @param scratch where it keeps what lies between them
   * @param constants the numbers that the steps read, each an array
   */
  OpProgram(List<OpStep> steps, OpScratch scratch, List<INDArray> constants) {
    this.steps = steps;
    this.scratch = scratch;
    this.constants = constants;
  }

  List<OpStep> steps() {
    return steps;
  }

  /** {@code y = f(x)}. */
  void run(int rows, int columns, Buffer y, Buffer[] x) {
    calls.begin(rows).with(columns).with(Nd4jBuffer.of(y));
    for (Buffer operand : x) {
      calls.with(Nd4jBuffer.of(operand));
    }
    Optional<Runnable[]> known = calls.find();
    for (Runnable op : known.isPresent() ? known.get() : prepare(rows, columns, y, x)) {
      op.run();
    }
  }

  private Runnable[] prepare(int rows, int columns, Buffer y, Buffer[] x) {
    Nd4jBuffer[] operands = Arrays.stream(x).map(Nd4jBuffer::of).toArray(Nd4jBuffer[]::new);
    OpArrays arrays = new OpArrays(rows, columns, Nd4jBuffer.of(y), operands, constants, scratch);
    return calls.keep(steps.stream().map(arrays::prepare).toArray(Runnable[]::new));
  }
}
