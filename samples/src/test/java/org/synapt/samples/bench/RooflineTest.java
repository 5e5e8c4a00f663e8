package org.synapt.samples.bench;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Update;
import org.synapt.kernel.Windows;

final class RooflineTest {
  private static final double GIGA = 1e9;
  private static final Peak PEAK =
      new Peak("slow", 10 * GIGA, new Bandwidth(100 * GIGA, 50 * GIGA, 5 * GIGA));
  private static final Timing SHORT = new Timing(0, 0, 1);

  @Test
  void aProductMultipliesAndAdds() {
    Object[] arguments = {2, 3, 5, numbers(6), numbers(15), numbers(10)};

    Work work = Work.of(MatMul.class, "mult", arguments);

    assertThat(work).isEqualTo(new Work(2 * 2 * 3 * 5, 4 * (6 + 15 + 10)));
  }

  @Test
  void whatIsAddedToIsReadAndWritten() {
    Object[] arguments = {2, 3, 5, numbers(6), numbers(15), numbers(10)};

    assertThat(Work.of(MatMul.class, "multAdd", arguments).bytes())
        .isEqualTo(4 * (6 + 15 + 10 + 10));
  }

  @Test
  void aConvolutionIsAProductOfWindowsAndWeights() {
    Windows windows = Windows.over(6, 6).sized(3, 3);
    Object[] arguments = {
      2, windows, 4, 8, 2, numbers(2 * 36 * 4), numbers(9 * 2 * 8), numbers(2 * 16 * 8)
    };

    assertThat(Work.of(Convolution.class, "forward", arguments).operations())
        .isEqualTo(2.0 * 2 * 16 * 9 * 2 * 8);
  }

  @Test
  void anUpdateReadsGradientsAndMovesParametersAndMoments() {
    Buffer[] moments = {numbers(100), numbers(100)};
    Object[] arguments = {10, 60, null, numbers(100), numbers(100), moments};

    assertThat(Work.of(Update.class, "apply", arguments))
        .isEqualTo(new Work(0, 4 * 50 * (2 + 1 + 2 * 2)));
  }

  @Test
  void whatIsChangedInPlaceIsReadAndWritten() {
    Buffer y = numbers(20);
    Object[] arguments = {2, 10, null, y, y, numbers(10)};

    assertThat(Work.of(Pointwise.class, "apply", arguments).bytes()).isEqualTo(4 * 50);
  }

  @Test
  void theRoofIsWhateverTakesLonger() {
    assertThat(PEAK.seconds(new Work(20 * GIGA, 1000))).isEqualTo(2);
    assertThat(PEAK.seconds(new Work(1, 10 * GIGA))).isEqualTo(2);
  }

  @Test
  void memoryIsAsFastAsTheSmallestMeasuredSizeThatHoldsTheWork() {
    Bandwidth bandwidth = new Bandwidth(3, 2, 1);

    assertThat(bandwidth.bytesPerSecond(1000)).isEqualTo(3);
    assertThat(bandwidth.bytesPerSecond((64 << 10) + 1)).isEqualTo(2);
    assertThat(bandwidth.bytesPerSecond(1e12)).isEqualTo(1);
  }

  @Test
  void everyKernelOfAStepHasItsLine() {
    try (Backend backend = Backends.open("java", Map.of("threads", "1"))) {
      String table = RooflineSample.profiled(Workload.MNIST_RELU, backend, PEAK, SHORT);

      assertThat(table).contains("| MatMul.mult | 100 x 784 x 500, relu(x + b) | 1 |");
      assertThat(table).contains("| MatMul.multTransA | 784 x 100 x 500 | 1 |");
      assertThat(table).contains("| MatMul.multTransB | 100 x 500 x 500 | 1 |");
      assertThat(table).contains("| Pointwise.apply | 100 x 500, dy * step(y) | 2 |");
      assertThat(table).contains("| Update.apply | 648010, 2 moments | 1 |");
      assertThat(table).contains("| the step |");
    }
  }

  @Test
  void convolutionsAndPoolingSayWhatTheySlideOver() {
    try (Backend backend = Backends.open("java", Map.of("threads", "1"))) {
      String table = RooflineSample.profiled(Workload.CNN_32, backend, PEAK, SHORT);

      assertThat(table).contains("| Convolution.forward | 32 of 28x28x1 to 32, 3x3, relu(x + b) |");
      assertThat(table).contains("| Convolution.weightGradient | 32 of 28x28x32 to 32, 3x3 |");
      assertThat(table).contains("| Pooling.max | 32 of 26x26x32, 2x2 by 2 |");
    }
  }

  @Test
  void aRecurrentLayerSaysHowLongItsSequencesAre() {
    try (Backend backend = Backends.open("java", Map.of("threads", "1"))) {
      String table = RooflineSample.profiled(Workload.LSTM_32, backend, PEAK, SHORT);

      assertThat(table).contains("| Recurrent.forward | 32 of 80 x 128, lstm 128 |");
      assertThat(table).contains("| Recurrent.gradient | 32 of 80 x 128, lstm 128 |");
    }
  }

  @Test
  void whatIsTimedLearnsAsWhatIsNot() {
    try (Backend backend = Backends.open("java", Map.of("threads", "1"))) {
      Profile profile = new Profile();
      Timing.Step plain = Workload.PIMA.training(backend);
      Timing.Step timed = Workload.PIMA.training(new ProfiledBackend(backend, profile));

      for (int i = 0; i < 20; i++) {
        profile.begin();
        assertThat(timed.run()).isEqualTo(plain.run());
      }
    }
  }

  private static Buffer numbers(int floats) {
    try (Backend backend = Backends.open("java", Map.of("threads", "1"))) {
      return backend.allocate(floats);
    }
  }
}
