package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;

/** One kernel for many calls: of other rows, of other operands, and of floats of others. */
final class RowKernelsTest {
  private static final int MOST_ROWS = 210;
  private static final int COLUMNS = 19;

  /** A call on so many rows: two matrices in, one out, then rows of the batch and of statistics. */
  enum Call {
    SOFTMAX(Softmax.class, (k, m, b) -> k.softmax(m, COLUMNS, b[0], b[2])),
    SOFTMAX_GRADIENT(Softmax.class, (k, m, b) -> k.softmaxGradient(m, COLUMNS, b[0], b[1], b[2])),
    LOG_SOFTMAX(Softmax.class, (k, m, b) -> k.logSoftmax(m, COLUMNS, b[0], b[2])),
    LOG_SOFTMAX_GRADIENT(
        Softmax.class, (k, m, b) -> k.logSoftmaxGradient(m, COLUMNS, b[0], b[1], b[2])),
    LOSS(SoftmaxCrossEntropy.class, (k, m, b) -> k.loss(m, COLUMNS, b[0], b[1], b[2])),
    LOSS_GRADIENT(
        SoftmaxCrossEntropy.class, (k, m, b) -> k.gradient(m, COLUMNS, b[0], b[1], b[3], b[2])),
    LAYER(
        LayerNormalization.class,
        (k, m, b) -> k.forward(m, COLUMNS, 1e-3f, b[0], b[4], b[5], b[3], b[2])),
    LAYER_GRADIENT(
        LayerNormalization.class,
        (k, m, b) -> {
          k.forward(m, COLUMNS, 1e-3f, b[0], b[4], b[5], b[3], b[2]);
          k.gradient(m, COLUMNS, b[0], b[4], b[3], b[1], b[6], b[7], b[2]);
        }),
    BATCH(
        BatchNormalization.class,
        (k, m, b) ->
            k.forward(m, COLUMNS, true, 0.9f, 1e-3f, b[0], b[4], b[5], b[6], b[7], b[3], b[2])),
    BATCH_ALONE(
        BatchNormalization.class,
        (k, m, b) ->
            k.forward(m, COLUMNS, false, 0.9f, 1e-3f, b[0], b[4], b[5], b[6], b[7], b[3], b[2])),
    BATCH_GRADIENT(
        BatchNormalization.class,
        (k, m, b) -> {
          k.forward(m, COLUMNS, true, 0.9f, 1e-3f, b[0], b[4], b[5], b[6], b[7], b[3], b[2]);
          k.gradient(m, COLUMNS, true, b[0], b[4], b[3], b[1], b[6], b[7], b[2]);
        }),
    SUM_OF_ROWS(Reduce.class, (k, m, b) -> k.sum(1, m, COLUMNS, b[0], b[2])),
    SUM_OF_COLUMNS(Reduce.class, (k, m, b) -> k.sumAdd(m, COLUMNS, 1, b[0], b[2])),
    SUM_OF_PLANES(Reduce.class, (k, m, b) -> k.sumAdd(m, 1, COLUMNS, b[0], b[2])),
    LARGEST(Reduce.class, (k, m, b) -> k.max(1, m, COLUMNS, b[0], b[2])),
    PENALTY(Penalty.class, (k, m, b) -> k.sum(m * COLUMNS, 0.1f, 0.2f, b[0], b[2])),
    PENALTY_GRADIENT(Penalty.class, (k, m, b) -> k.gradient(m * COLUMNS, 0.1f, 0, b[0], b[2])),
    NORMS(
        Constrain.class,
        (k, m, b) -> k.norms(new int[] {m, COLUMNS}, new int[] {0}, 0, 1, 1, b[2])),
    NON_NEGATIVE(Constrain.class, (k, m, b) -> k.nonNegative(m * COLUMNS, b[2]));

    private final Pair<?> pair;

    <K extends Kernel> Call(Class<K> type, Work<K> work) {
      this.pair = new Pair<>(type, work);
    }

    private interface Work<K> {
      void run(K kernel, int rows, Buffer... operands);
    }

    private record Pair<K extends Kernel>(Class<K> type, Work<K> work) {
      void run(Kernel kernel, int rows, Buffer... operands) {
        work.run(type.cast(kernel), rows, operands);
      }
    }
  }

  private static void forBoth(Call call, Check check) {
    for (boolean here : new boolean[] {true, false}) {
      try (Nd4jBackend backend = new Nd4jBackend(new Workers(1), here)) {
        check.run(backend, backend.kernel(call.pair.type).orElseThrow());
      }
    }
  }

  private interface Check {
    void run(Nd4jBackend backend, Kernel kernel);
  }

  private static Buffer[] operands(Nd4jBackend backend, int rows, int seed) {
    int[] lengths = {
      rows * COLUMNS,
      rows * COLUMNS,
      rows * COLUMNS,
      2 * Math.max(rows, COLUMNS),
      COLUMNS,
      COLUMNS,
      COLUMNS,
      COLUMNS
    };
    Buffer[] operands = new Buffer[lengths.length];
    for (int i = 0; i < operands.length; i++) {
      float[] values = Nd4jReduceTest.normal(lengths[i] + i + seed);
      for (int j = 0; j < values.length && i > 3; j++) {
        values[j] = 1f + values[j] * values[j];
      }
      operands[i] = Nd4jReduceTest.buffer(backend, values).slice(0, lengths[i]);
    }
    return operands;
  }

  private static float[][] results(Buffer... operands) {
    return Arrays.stream(operands).map(Nd4jReduceTest::floats).toArray(float[][]::new);
  }

  /** What the call gives, of operands that nobody has seen before. */
  private static float[][] fresh(
      Call call, Nd4jBackend backend, Kernel kernel, int rows, int seed) {
    Buffer[] operands = operands(backend, rows, seed);
    call.pair.run(kernel, rows, operands);
    return results(operands);
  }

  private static void same(String what, float[][] expected, float[][] found) {
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("%s, operand %s: the first float that differs", what, i)
          .that(Arrays.mismatch(expected[i], found[i]))
          .isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheSameBitsRunAfterRun(Call call) {
    forBoth(
        call,
        (backend, kernel) ->
            same(
                "again",
                fresh(call, backend, kernel, 101, 0),
                fresh(call, backend, kernel, 101, 0)));
  }

  /**
   * What a call has prepared for its own operands does not reach them while they stand for others.
   */
  @ParameterizedTest
  @EnumSource
  void workOnFloatsOfOthers(Call call) {
    forBoth(
        call,
        (backend, kernel) -> {
          float[][] own = fresh(call, backend, kernel, 101, 0);
          float[][] others = fresh(call, backend, kernel, 101, 1);
          Buffer[] operands = operands(backend, 101, 0);
          Buffer[] guests = operands(backend, 101, 1);
          call.pair.run(kernel, 101, operands);
          for (int i = 0; i < operands.length; i++) {
            operands[i].borrow(guests[i]);
          }
          call.pair.run(kernel, 101, operands);
          for (Buffer operand : operands) {
            operand.giveBack();
          }
          same("borrowed", others, results(guests));
          same("given back", own, results(operands));
        });
  }

  /** More rows than there was room for before, and then the first once more. */
  @ParameterizedTest
  @EnumSource
  void serveManyNumbersOfRows(Call call) {
    forBoth(
        call,
        (backend, kernel) -> {
          float[][] first = fresh(call, backend, kernel, 1, 0);
          Buffer[] operands = operands(backend, MOST_ROWS, 0);
          for (int rows = 1; rows <= MOST_ROWS; rows += 11) {
            call.pair.run(kernel, rows, operands);
          }
          float[][] large = fresh(call, backend, kernel, MOST_ROWS, 1);
          same("one row", first, fresh(call, backend, kernel, 1, 0));
          same("many rows", large, fresh(call, backend, kernel, MOST_ROWS, 1));
        });
  }
}
