package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.network.Network;

/** Masks of what is in a step, behind rows that keep steps. */
@Tag("L14")
final class MaskedStepsTest {
  private static final String PAGES =
      """
      /** Pages of sentences of words, most of them short. */
      @Network
      interface Pages {
        @Input(shape = {3, 4})                               Tensor words();
        @TimeDistributed
        @Embedding(inputDim = 9, outputDim = 2, maskZero = true)
        Tensor meanings();
        @Dropout(rate = 0.3)                                 Tensor kept();
        @TimeDistributed @LSTM(units = 3)                    Tensor sentences();
        @Output(loss = MEAN_SQUARED_ERROR)
        @GRU(units = 1)                                      Tensor level();
      }
      """;

  private static final Compiled COMPILED = Compiled.of(Samples.file(PAGES));

  private static final float[] WORDS = {1, 2, 0, 0, 3, 4, 5, 0, 6, 0, 0, 0};

  private static Network network() {
    return COMPILED.network("samples.PagesNetwork", 3);
  }

  private static float[] predict(float... words) {
    return (float[]) Compiled.call(network(), "predict", words);
  }

  /** A word that stands for padding has a meaning like others, which nothing may read. */
  @Test
  void surviveADropout() {
    float[] before = predict(WORDS);

    Network network = network();
    float[] meanings = network.parameter("meanings.embeddings").get();
    meanings[0] = 5;
    network.parameter("meanings.embeddings").set(meanings);

    assertThat((float[]) Compiled.call(network, "predict", WORDS)).isEqualTo(before);
  }

  @Test
  void countInTheResult() {
    float[] more = WORDS.clone();
    more[2] = 7;

    assertThat(predict(more)).isNotEqualTo(predict(WORDS));
  }
}
