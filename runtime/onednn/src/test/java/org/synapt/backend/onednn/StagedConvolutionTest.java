package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Stage;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Windows;

/** Convolutions on heap copies. */
final class StagedConvolutionTest {
  private static final Windows WINDOWS = Windows.over(3).sized(2);

  private static final Formula DIFFERENCE =
      new Formula("x - b", 1, "x", "b") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] - x[1][j];
          }
        }
      };

  /** x [1, 2, 3], weight [10, 100] and y [5, 7], in the room of {@link #run}'s result. */
  private static float[] run(ConvolutionPass pass, boolean add, Formula f) {
    try (Engine engine = new Engine(1, Precision.FLOAT32)) {
      NativeBuffer all = new NativeBuffer(new NativeMemory(engine.ledger(), 8), 0, 8);
      all.put(0, new float[] {1, 2, 3, 10, 100, 5, 7, 1000}, 0, 8);
      Buffer bias = all.slice(7, 1);
      ConvolutionTask task =
          new ConvolutionTask(
              pass,
              add,
              ConvolutionShape.of(1, WINDOWS, 1, 1, 1),
              WINDOWS,
              NativeBuffer.of(all.slice(0, 3)),
              NativeBuffer.of(all.slice(3, 2)),
              NativeBuffer.of(all.slice(5, 2)),
              f,
              bias);
      Convolution java = new JavaBackend(engine.workers()).kernel(Convolution.class).orElseThrow();
      new StagedConvolution(java, new Stage(NativeWriting.BLOCKS), task).run();
      float[] result = new float[task.target().length()];
      task.target().get(0, result, 0, result.length);
      return result;
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatIsAskedFor(ConvolutionPass pass) {
    float[] expected =
        switch (pass) {
          case FORWARD -> new float[] {210, 320};
          case DATA -> new float[] {50, 570, 700};
          case WEIGHT -> new float[] {19, 31};
        };
    assertThat(run(pass, false, ConvolutionTask.NOTHING)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void addsWhatIsAskedFor(ConvolutionPass pass) {
    float[] expected =
        switch (pass) {
          case FORWARD -> new float[] {215, 327};
          case DATA -> new float[] {51, 572, 703};
          case WEIGHT -> new float[] {29, 131};
        };
    assertThat(run(pass, true, ConvolutionTask.NOTHING)).isEqualTo(expected);
  }

  @Test
  void appliesTheFormula() {
    assertThat(run(ConvolutionPass.FORWARD, false, DIFFERENCE)).isEqualTo(new float[] {-790, -680});
  }
}
