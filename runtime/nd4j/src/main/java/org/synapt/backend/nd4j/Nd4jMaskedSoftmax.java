package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.MaskedSoftmax;

/**
 * Masked softmax by ND4J's ops, where Java does not reach the floats.
 *
 * <p>Scores that do not count become the same large negative number: its power is 0, and where
 * there is nothing else all weights are alike.
 */
final class Nd4jMaskedSoftmax implements MaskedSoftmax {
  private static final int SOFTMAX = 0;
  private static final int GRADIENT = 1;

  /** Far below any score that is not about to become infinite itself. */
  private static final float FAR = 1e30f;

  /** Places of the room. */
  private static final int ASKED = 0;

  private static final int COUNTED = 1;
  private static final int FIRST = 2;
  private static final int SECOND = 3;
  private static final int SUMS = 4;

  private final Engine engine;
  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jMaskedSoftmax(Engine engine) {
    this.engine = engine;
    this.room = new Room(engine);
  }

  @Override
  public void softmax(
      int batch,
      int heads,
      int queries,
      int n,
      boolean causal,
      Buffer queryMask,
      Buffer keyMask,
      Buffer x,
      Buffer y) {
    Scores scores = new Scores(batch, heads, queries, n, causal);
    Nd4jBuffer asks = Nd4jBuffer.of(queryMask);
    Nd4jBuffer keys = Nd4jBuffer.of(keyMask);
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    Optional<OpSequence> known = begin(SOFTMAX, scores, asks, keys).with(from).with(to).find();
    (known.isPresent() ? known.get() : calls.keep(softmax(scores, asks, keys, from, to))).run();
  }

  private OpSequence softmax(
      Scores scores, Nd4jBuffer asks, Nd4jBuffer keys, Nd4jBuffer x, Nd4jBuffer y) {
    OpSequence steps = new OpSequence(room);
    INDArray counts = counts(scores, asks, keys, steps);
    INDArray below = room.place(FIRST, (int) counts.length()).array(counts.shape());
    INDArray kept = scores.all(room.place(SECOND, scores.floats()));
    Nd4jBuffer sum = room.place(ASKED, scores.floats());
    return steps
        .multiply(scores.all(x), counts, kept)
        .add(counts, -1f, below)
        .multiply(below, FAR, below)
        .add(kept, below, scores.all(sum))
        .softmax(scores.matrix(sum), scores.matrix(y));
  }

  @Override
  public void gradient(
      int batch,
      int heads,
      int queries,
      int n,
      boolean causal,
      Buffer queryMask,
      Buffer keyMask,
      Buffer y,
      Buffer dy,
      Buffer dx) {
    Scores scores = new Scores(batch, heads, queries, n, causal);
    Nd4jBuffer asks = Nd4jBuffer.of(queryMask);
    Nd4jBuffer keys = Nd4jBuffer.of(keyMask);
    Nd4jBuffer weights = Nd4jBuffer.of(y);
    Nd4jBuffer slope = Nd4jBuffer.of(dy);
    Nd4jBuffer to = Nd4jBuffer.of(dx);
    begin(GRADIENT, scores, asks, keys).with(weights).with(slope).with(to);
    Optional<OpSequence> known = calls.find();
    OpSequence steps =
        known.isPresent()
            ? known.get()
            : calls.keep(gradient(scores, asks, keys, weights, slope, to));
    steps.run();
  }

  private OpSequence gradient(
      Scores scores, Nd4jBuffer asks, Nd4jBuffer keys, Nd4jBuffer y, Nd4jBuffer dy, Nd4jBuffer dx) {
    OpSequence steps = new OpSequence(room);
    INDArray counts = counts(scores, asks, keys, steps);
    Nd4jBuffer products = room.place(FIRST, scores.floats());
    Nd4jBuffer rest = room.place(SECOND, scores.floats());
    Nd4jBuffer sums = room.place(SUMS, scores.rows());
    return steps
        .multiply(scores.matrix(y), scores.matrix(dy), scores.matrix(products))
        .sumOfColumns(scores.rows(), scores.n(), 1, products, 0, sums)
        .subtract(scores.matrix(dy), sums.array(scores.rows(), 1), scores.matrix(rest))
        .multiply(scores.matrix(y), scores.matrix(rest), scores.matrix(products))
        .multiply(scores.all(products), counts, scores.all(dx));
  }

  private Calls<OpSequence> begin(
      int kind, Scores scores, Nd4jBuffer queryMask, Nd4jBuffer keyMask) {
    return calls
        .begin(kind)
        .with(scores.batch())
        .with(scores.heads())
        .with(scores.queries())
        .with(scores.n())
        .with(scores.causal() ? 1 : 0)
        .with(queryMask.length())
        .with(keyMask.length())
        .with(queryMask)
        .with(keyMask);
  }

  /** Adds what finds out which scores of each example count: 1 or 0. */
  private INDArray counts(
      Scores scores, Nd4jBuffer queryMask, Nd4jBuffer keyMask, OpSequence steps) {
    int floats = scores.batch() * scores.queries() * scores.n();
    INDArray counts = scores.seen(engine).array(1, 1, scores.queries(), scores.n());
    if (queryMask.length() > 0) {
      INDArray asked = scores.ofHead(room.place(ASKED, floats));
      steps.multiply(counts, queryMask.array(scores.batch(), 1, scores.queries(), 1), asked);
      counts = asked;
    }
    if (keyMask.length() > 0) {
      INDArray counted = scores.ofHead(room.place(COUNTED, floats));
      steps.multiply(counts, keyMask.array(scores.batch(), 1, 1, scores.n()), counted);
      counts = counted;
    }
    return counts;
  }

  /** What a call is about. */
  private record Scores(int batch, int heads, int queries, int n, boolean causal) {
    int rows() {
      return batch * heads * queries;
    }

    int floats() {
      return rows() * n;
    }

    INDArray all(Nd4jBuffer buffer) {
      return buffer.array(batch, heads, queries, n);
    }

    INDArray ofHead(Nd4jBuffer buffer) {
      return buffer.array(batch, 1, queries, n);
    }

    INDArray matrix(Nd4jBuffer buffer) {
      return buffer.array(rows(), n);
    }

    /** 1 where a query sees a key, else 0. */
    Nd4jBuffer seen(Engine engine) {
      float[] values = new float[queries * n];
      for (int i = 0; i < values.length; i++) {
        values[i] = !causal || i % n <= i / n ? 1f : 0f;
      }
      Nd4jBuffer seen = engine.allocate(values.length);
      seen.put(0, values, 0, values.length);
      return seen;
    }
  }
}
