package org.synapt.backend.nd4j;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;

/** A formula as ops of ND4J, prepared for each call that it knows. */
final class OpProgram {
  private static final Set<FormulaOp> ARITHMETIC =
      EnumSet.of(FormulaOp.ADD, FormulaOp.SUBTRACT, FormulaOp.MULTIPLY);

  private final List<OpStep> steps;
  private final OpScratch scratch;
  private final List<INDArray> constants;
  private final Calls<BoundOp[]> calls = new Calls<>(OpProgram::close);

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

  /** Whether the formula is the sum, difference or product of two operands of its shape. */
  boolean isArithmeticOfValues() {
    OpStep first = steps.get(0);
    return steps.size() == 1
        && ARITHMETIC.contains(first.op())
        && first.sources().stream()
            .allMatch(x -> x.kind() == Place.Kind.OPERAND && x.level() == Level.MATRIX);
  }

  /** {@code y = f(x)}. */
  void run(int rows, int columns, Buffer y, Buffer[] x) {
    calls.begin(rows).with(columns).with(Nd4jBuffer.of(y));
    for (Buffer operand : x) {
      calls.with(Nd4jBuffer.of(operand));
    }
    Optional<BoundOp[]> known = calls.find();
    for (BoundOp op : known.isPresent() ? known.get() : prepare(rows, columns, y, x)) {
      op.run();
    }
  }

  private static void close(BoundOp[] ops) {
    for (BoundOp op : ops) {
      op.close();
    }
  }

  private BoundOp[] prepare(int rows, int columns, Buffer y, Buffer[] x) {
    List<Nd4jBuffer> operands = Arrays.stream(x).map(Nd4jBuffer::of).toList();
    OpArrays arrays = new OpArrays(rows, columns, Nd4jBuffer.of(y), operands, constants, scratch);
    return calls.keep(steps.stream().map(arrays::prepare).toArray(BoundOp[]::new));
  }
}
