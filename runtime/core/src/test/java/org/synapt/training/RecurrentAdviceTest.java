package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.network.Signature;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.RMSprop;
import org.synapt.optimizer.SGD;

@Tag("L14")
class RecurrentAdviceTest {
  private static final Signature SENTENCES =
      Signature.of("Sentences")
          .input("words", 80)
          .row("vectors", "Embedding", 2_560_000, new int[] {80, 128}, "words")
          .row("memory", "LSTM", 131_584, new int[] {128}, "vectors")
          .row("mood", "Dense", 129, new int[] {1}, "memory")
          .build();

  private static final Signature DENSE =
      Signature.of("Line").input("x", 2).row("y", "Dense", 3, new int[] {1}, "x").build();

  @Test
  void advisesToClipAndNamesTheFirstRecurrentRow() {
    assertThat(RecurrentAdvice.of(SENTENCES, Adam.defaults()))
        .hasValue(
            "Sentences trains its LSTM row memory with adam, which does not clip: gradients"
                + " through many steps may explode; add clipNorm(1)");
  }

  @Test
  void suggestsRmspropInsteadOfPlainDescent() {
    assertThat(RecurrentAdvice.of(SENTENCES, SGD.defaults()).orElseThrow())
        .endsWith("add clipNorm(1), and prefer RMSprop, which suits recurrent networks");
  }

  @Test
  void isContentWithAnyWayOfClipping() {
    assertThat(RecurrentAdvice.of(SENTENCES, RMSprop.withLearningRate(1e-3).clipNorm(1))).isEmpty();
    assertThat(RecurrentAdvice.of(SENTENCES, RMSprop.withLearningRate(1e-3).clipValue(1)))
        .isEmpty();
    assertThat(RecurrentAdvice.of(SENTENCES, RMSprop.withLearningRate(1e-3).globalClipNorm(1)))
        .isEmpty();
  }

  @Test
  void saysNothingOfNetworksWithoutMemory() {
    assertThat(RecurrentAdvice.of(DENSE, SGD.defaults())).isEmpty();
  }
}
