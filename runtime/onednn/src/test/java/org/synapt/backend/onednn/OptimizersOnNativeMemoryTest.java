package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.AdamW;
import org.synapt.optimizer.Nadam;
import org.synapt.optimizer.Optimizer;
import org.synapt.optimizer.RMSprop;
import org.synapt.optimizer.SGD;

/** Tiles change no bit: what an optimizer does to native memory is what it does to arrays. */
final class OptimizersOnNativeMemoryTest {
  private static final int[] SIZES = {1, 7, 1024, 1025, 100_003};

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        SGD.defaults(),
        SGD.defaults().momentum(0.9),
        SGD.defaults().momentum(0.9).nesterov(),
        RMSprop.defaults(),
        RMSprop.defaults().momentum(0.9).centered().epsilonInsideRoot(),
        Adam.defaults(),
        Adam.defaults().amsgrad(),
        AdamW.defaults(),
        Nadam.defaults(),
        SGD.defaults().weightDecay(0.1).clipValue(0.05),
        SGD.defaults().momentum(0.9).clipNorm(0.5),
        Adam.defaults().globalClipNorm(0.5).useEma().emaOverwriteFrequency(2),
        Adam.defaults().gradientAccumulationSteps(2));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void giveTheBitsThatTheyGiveOnArrays(Optimizer optimizer) {
    for (int floats : SIZES) {
      same(
          floats + " floats",
          Training.onNativeMemory(optimizer, floats, 1),
          Training.onArrays(optimizer, floats));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void giveTheSameBitsForAnyNumberOfThreads(Optimizer optimizer) {
    List<float[]> one = Training.onNativeMemory(optimizer, 100_003, 1);
    same("two threads", Training.onNativeMemory(optimizer, 100_003, 2), one);
    same("three threads", Training.onNativeMemory(optimizer, 100_003, 3), one);
  }

  private static void same(String what, List<float[]> found, List<float[]> expected) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertWithMessage("%s, array %s", what, i)
          .that(found.get(i))
          .usingExactEquality()
          .containsExactly(expected.get(i))
          .inOrder();
    }
  }
}
