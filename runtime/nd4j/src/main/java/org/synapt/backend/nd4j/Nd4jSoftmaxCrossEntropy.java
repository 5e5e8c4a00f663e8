package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.SoftmaxCrossEntropy;

/** Cross-entropy behind a softmax by ND4J's ops, where Java does not reach the floats. */
final class Nd4jSoftmaxCrossEntropy implements SoftmaxCrossEntropy {
  private static final int LOSS = 0;
  private static final int GRADIENT = 1;

  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jSoftmaxCrossEntropy(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void loss(int rows, int n, Buffer z, Buffer target, Buffer loss) {
    Nd4jBuffer from = Nd4jBuffer.of(z);
    Nd4jBuffer wanted = Nd4jBuffer.of(target);
    Nd4jBuffer to = Nd4jBuffer.of(loss);
    calls.begin(LOSS).with(rows).with(n);
    Optional<OpSequence> known = calls.with(from).with(wanted).with(to).find();
    (known.isPresent() ? known.get() : calls.keep(loss(rows, n, from, wanted, to))).run();
  }

  /** The sum of target times what a logit is above the logarithm, and the sign turned. */
  private OpSequence loss(int rows, int n, Nd4jBuffer z, Nd4jBuffer target, Nd4jBuffer loss) {
    INDArray below = room.place(0, rows * n).array(rows, n);
    Nd4jBuffer logs = room.place(1, rows);
    Nd4jBuffer terms = room.place(2, rows * n);
    return new OpSequence(room)
        .logOfSum(rows, n, z, below, logs)
        .subtract(below, logs.array(rows, 1), terms.array(rows, n))
        .multiply(terms.array(rows, n), target.array(rows, n), terms.array(rows, n))
        .sumOfColumns(rows, n, -1, terms, 0, loss);
  }

  @Override
  public void gradient(int rows, int n, Buffer p, Buffer target, Buffer share, Buffer dz) {
    Nd4jBuffer from = Nd4jBuffer.of(p);
    Nd4jBuffer wanted = Nd4jBuffer.of(target);
    Nd4jBuffer factors = Nd4jBuffer.of(share);
    Nd4jBuffer to = Nd4jBuffer.of(dz);
    calls.begin(GRADIENT).with(rows).with(n);
    Optional<OpSequence> known = calls.with(from).with(wanted).with(factors).with(to).find();
    (known.isPresent() ? known.get() : calls.keep(gradient(rows, n, from, wanted, factors, to)))
        .run();
  }

  private OpSequence gradient(
      int rows, int n, Nd4jBuffer p, Nd4jBuffer target, Nd4jBuffer share, Nd4jBuffer dz) {
    Nd4jBuffer sums = room.place(1, rows);
    INDArray scaled = room.place(0, rows * n).array(rows, n);
    return new OpSequence(room)
        .sumOfColumns(rows, n, 1, target, 0, sums)
        .multiply(p.array(rows, n), sums.array(rows, 1), scaled)
        .subtract(scaled, target.array(rows, n), scaled)
        .multiply(scaled, share.array(rows, 1), dz.array(rows, n));
  }
}
