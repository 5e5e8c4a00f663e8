package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Assign;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Spread;

/**
 * ND4J assigns rows to all their copies, at 0.1 to 0.3 ns a float; few floats, or rows of one, are
 * a {@link Movement} with a step of 0.
 */
final class Nd4jSpread implements Spread {
  /** Floats below which a movement costs less. */
  private static final int FEW = 2_048;

  private final Assign op = new Assign();
  private final Calls<PreparedOp> calls = new Calls<>(PreparedOp::close);
  private final Movement movement;

  Nd4jSpread(Engine engine) {
    movement = new Movement(engine);
  }

  @Override
  public void spread(int outer, int extent, int inner, Buffer x, Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    if (inner == 1 || extent == 1 || outer * extent * inner < FEW) {
      movement
          .begin()
          .axis(outer, inner, extent * inner)
          .axis(extent, 0, inner)
          .axis(inner, 1, 1)
          .move(from, 0, to, 0);
      return;
    }
    calls.begin(outer).with(extent).with(inner).with(from).with(to);
    Optional<PreparedOp> known = calls.find();
    (known.isPresent() ? known.get() : calls.keep(prepare(outer, extent, inner, from, to))).run();
  }

  private PreparedOp prepare(int outer, int extent, int inner, Nd4jBuffer x, Nd4jBuffer y) {
    INDArray rows = x.array(outer, 1, inner);
    INDArray copies = y.array(outer, extent, inner);
    return PreparedOp.of(op, copies, copies, rows);
  }
}
