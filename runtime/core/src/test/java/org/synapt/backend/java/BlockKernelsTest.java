package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;

/** Kernels that work on copies of blocks, against those that work on arrays. */
final class BlockKernelsTest {
  private static final int ROWS = 1_403;
  private static final int COLUMNS = 97;
  private static final int FLOATS = ROWS * COLUMNS;

  /** A call, and how many operands it writes, those that are written last and in blocks. */
  enum Call {
    SOFTMAX(Softmax.class, BlockSoftmax::new, 1, (k, b) -> k.softmax(ROWS, COLUMNS, b[0], b[2])),
    SOFTMAX_GRADIENT(
        Softmax.class,
        BlockSoftmax::new,
        1,
        (k, b) -> k.softmaxGradient(ROWS, COLUMNS, b[0], b[1], b[2])),
    LOG_SOFTMAX(
        Softmax.class, BlockSoftmax::new, 1, (k, b) -> k.logSoftmax(ROWS, COLUMNS, b[0], b[2])),
    LOG_SOFTMAX_GRADIENT(
        Softmax.class,
        BlockSoftmax::new,
        1,
        (k, b) -> k.logSoftmaxGradient(ROWS, COLUMNS, b[0], b[1], b[2])),
    LOSS(
        SoftmaxCrossEntropy.class,
        BlockSoftmaxCrossEntropy::new,
        1,
        (k, b) -> k.loss(ROWS, COLUMNS, b[0], b[1], b[2])),
    LOSS_GRADIENT(
        SoftmaxCrossEntropy.class,
        BlockSoftmaxCrossEntropy::new,
        1,
        (k, b) -> k.gradient(ROWS, COLUMNS, b[0], b[1], b[6], b[2])),
    LAYER(
        LayerNormalization.class,
        BlockLayerNormalization::new,
        2,
        (k, b) -> k.forward(ROWS, COLUMNS, 1e-3f, b[0], b[3], b[4], b[6], b[2])),
    LAYER_GRADIENT(
        LayerNormalization.class,
        BlockLayerNormalization::new,
        3,
        (k, b) -> {
          k.forward(ROWS, COLUMNS, 1e-3f, b[0], b[3], NONE, b[6], b[2]);
          k.gradient(ROWS, COLUMNS, b[0], b[3], b[6], b[1], b[4], b[5], b[2]);
        }),
    BATCH(
        BatchNormalization.class,
        BlockBatchNormalization::new,
        2,
        (k, b) -> {
          k.forward(ROWS, COLUMNS, true, 0.9f, 1e-3f, b[0], b[3], NONE, b[4], b[5], b[7], b[2]);
          k.gradient(ROWS, COLUMNS, true, b[0], b[3], b[7], b[1], b[8], NONE, b[2]);
        }),
    SUM(Reduce.class, BlockReduce::new, 1, (k, b) -> k.sum(1, ROWS, COLUMNS, b[0], b[2])),
    SUM_ADD(Reduce.class, BlockReduce::new, 1, (k, b) -> k.sumAdd(ROWS, COLUMNS, 1, b[0], b[2])),
    MAX(Reduce.class, BlockReduce::new, 1, (k, b) -> k.max(61, 23, COLUMNS, b[0], b[2])),
    PENALTY(Penalty.class, BlockPenalty::new, 0, (k, b) -> k.sum(FLOATS, 0.1f, 0.2f, b[0], b[2])),
    PENALTY_GRADIENT(
        Penalty.class,
        BlockPenalty::new,
        1,
        (k, b) -> k.gradientAdd(FLOATS, 0.1f, 0.2f, b[0], b[2])),
    NORMS(
        Constrain.class,
        BlockConstrain::new,
        1,
        (k, b) -> k.norms(new int[] {ROWS, COLUMNS}, new int[] {0}, 0, 1, 1, b[2])),
    NON_NEGATIVE(Constrain.class, BlockConstrain::new, 1, (k, b) -> k.nonNegative(FLOATS, b[2]));

    private final Supplier<Run> run;
    private final int written;

    <K extends Kernel> Call(Class<K> type, Maker<K> maker, int written, Work<K> work) {
      this.written = written;
      this.run =
          () ->
              (workers, far, operands) ->
                  work.run(
                      far
                          ? maker.make(workers, FarBuffer.WRITING)
                          : new JavaBackend(workers).kernel(type).orElseThrow(),
                      operands);
    }

    /** The operands after the call. */
    float[][] results(int threads, boolean far) {
      Buffer[] operands = operands(far);
      try (Workers workers = new Workers(threads)) {
        run.get().run(workers, far, operands);
      }
      return Arrays.stream(operands).map(Call::floats).toArray(float[][]::new);
    }

    private static float[] floats(Buffer buffer) {
      float[] floats = new float[buffer.length()];
      buffer.get(0, floats, 0, floats.length);
      return floats;
    }
  }

  private interface Maker<K> {
    K make(Workers workers, BlockWriting writing);
  }

  private interface Work<K> {
    void run(K kernel, Buffer... operands);
  }

  private interface Run {
    void run(Workers workers, boolean far, Buffer... operands);
  }

  private static final Buffer NONE = Stage.none();

  /** Three matrices, three rows and what is saved of rows, of columns, and another row. */
  private static Buffer[] operands(boolean far) {
    int[] lengths = {
      FLOATS, FLOATS, FLOATS, COLUMNS, COLUMNS, COLUMNS, 2 * ROWS, 2 * COLUMNS, COLUMNS
    };
    Buffer[] operands = new Buffer[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      Random random = new Random(i);
      float[] values = new float[lengths[i]];
      for (int j = 0; j < values.length; j++) {
        values[j] = 1f + (float) random.nextGaussian() / 4;
      }
      operands[i] = far ? FarBuffer.of(values) : new ArrayBuffer(values, 0, values.length);
    }
    return operands;
  }

  @ParameterizedTest
  @EnumSource
  void agreeWithThoseOnArrays(Call call) {
    float[][] expected = call.results(1, /* far= */ false);
    float[][] found = call.results(1, /* far= */ true);
    for (int i = 0; i < expected.length; i++) {
      if (i == 7) {
        continue; // What is saved of columns has a form of its own.
      }
      // Sums over rows may cancel out.
      double least = expected[i].length == COLUMNS ? 0.05 * ROWS : 1;
      for (int j = 0; j < expected[i].length; j++) {
        assertWithMessage("operand %s, float %s", i, j)
            .that((double) found[i][j])
            .isWithin(2e-5 * Math.max(least, Math.abs(expected[i][j])))
            .of(expected[i][j]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheSameBitsForAnyNumberOfThreads(Call call) {
    float[][] alone = call.results(1, /* far= */ true);
    for (int threads = 2; threads <= 3; threads++) {
      float[][] shared = call.results(threads, /* far= */ true);
      for (int i = 0; i < alone.length; i++) {
        assertThat(Arrays.mismatch(alone[i], shared[i])).isEqualTo(-1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void sayOnceThatAnOperandIsWritten(Call call) {
    Buffer[] operands = operands(/* far= */ true);
    try (Workers workers = new Workers(2)) {
      call.run.get().run(workers, /* far= */ true, operands);
    }
    int done = 0;
    for (Buffer operand : operands) {
      done += ((FarBuffer) operand).timesDone();
    }
    assertThat(done).isEqualTo(call.written);
  }
}
