package org.synapt.backend.nd4j;

import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;

/** Norms and signs of parameters by ND4J's ops, where Java does not reach the floats. */
final class Nd4jConstrain implements Constrain {
  private static final int NORMS = 0;
  private static final int NON_NEGATIVE = 1;

  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jConstrain(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void norms(int[] shape, int[] axes, float least, float most, float rate, Buffer x) {
    Nd4jBuffer to = Nd4jBuffer.of(x);
    calls.begin(NORMS).with(shape.length).with(axes.length).with(to);
    for (int extent : shape) {
      calls.with(extent);
    }
    for (int axis : axes) {
      calls.with(axis);
    }
    calls.with(Float.floatToRawIntBits(least)).with(Float.floatToRawIntBits(most));
    Optional<OpSequence> known = calls.with(Float.floatToRawIntBits(rate)).find();
    if (known.isPresent()) {
      known.get().run();
    } else {
      calls.keep(norms(shape, axes, least, most, rate, to)).run();
    }
  }

  private OpSequence norms(
      int[] shape, int[] axes, float least, float most, float rate, Nd4jBuffer x) {
    long[] all = IntStream.of(shape).asLongStream().toArray();
    long[] kept = all.clone();
    for (int axis : axes) {
      kept[axis] = 1;
    }
    long[] left =
        IntStream.range(0, shape.length)
            .filter(axis -> IntStream.of(axes).noneMatch(summed -> summed == axis))
            .mapToLong(axis -> shape[axis])
            .toArray();
    int count = (int) product(kept);
    Nd4jBuffer sums = room.place(0, count);
    INDArray squares = room.place(1, (int) product(all)).array(all);
    OpSequence steps = new OpSequence(room).square(x.array(all), squares);
    steps.sum(squares, sums.array(left), axes);
    factors(least, most, rate, steps, sums.array(count), room.place(2, count).array(count));
    return steps.multiply(x.array(all), sums.array(kept), x.array(all));
  }

  private static long product(long... extents) {
    long product = 1;
    for (long extent : extents) {
      product *= extent;
    }
    return product;
  }

  /** By what to scale, from sums of squares. A norm that is no number stays in the last share. */
  private void factors(
      float least, float most, float rate, OpSequence steps, INDArray norms, INDArray wanted) {
    INDArray rest = room.place(3, (int) norms.length()).array(norms.length());
    steps
        .sqrt(norms, norms)
        .atLeast(norms, least, wanted)
        .atMost(wanted, most, wanted)
        .multiply(wanted, rate, wanted)
        .multiply(norms, 1f - rate, rest)
        .add(wanted, rest, wanted)
        .add(norms, EPSILON, norms)
        .divide(wanted, norms, norms);
  }

  @Override
  public void nonNegative(int count, Buffer x) {
    Nd4jBuffer to = Nd4jBuffer.of(x);
    Optional<OpSequence> known = calls.begin(NON_NEGATIVE).with(count).with(to).find();
    INDArray floats = to.array(count);
    (known.isPresent() ? known.get() : calls.keep(new OpSequence(room).relu(floats, floats))).run();
  }
}
