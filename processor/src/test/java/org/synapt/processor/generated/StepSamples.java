package org.synapt.processor.generated;

import java.util.Map;

/** Declarations of sequences: layers at every step, and steps that do not count. */
final class StepSamples {
  static final String FRAMES =
      """
      /** Pictures, one after the other. */
      @Network
      interface Frames {
        @Input(shape = {3, 6, 6, 2})                   Tensor film();
        @Formula("2 * film - 1")                       Tensor frames();
        @TimeDistributed @Conv2D(filters = 3, kernelSize = 3, activation = TANH)
        Tensor edges(Tensor frames);
        @TimeDistributed @MaxPooling2D                 Tensor small();
        @TimeDistributed @BatchNormalization(epsilon = 0.1)
        Tensor even();
        @TimeDistributed @Flatten                      Tensor flat();
        @TimeDistributed @Dropout(rate = 0.3)          Tensor kept();
        @TimeDistributed @Dense(units = 4, activation = RELU)
        Tensor features();
        @TimeDistributed @PReLU                        Tensor bent();
        @Conv1D(filters = 2, kernelSize = 2)           Tensor changes();
        @TimeDistributed @AveragePooling2D(poolSize = {3, 6})
        Tensor coarse(Tensor frames);
        @Flatten                                       Tensor light();
        @Flatten                                       Tensor flatChanges(Tensor changes);
        @Concatenate                                   Tensor both(Tensor light, Tensor flatChanges);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor level();
      }
      """;

  /** Steps are masked whose numbers are all small: data are drawn from 0.2 to 1.3. */
  static final String PHRASES =
      """
      /** Masks that layers keep, read and make. */
      @Network
      interface Phrases {
        @Input(shape = {6, 2})                         Tensor x();
        @Formula("x > 0.7 ? x : 0")                    Tensor padded();
        @Masking                                       Tensor steps();
        @Dense(units = 3, activation = TANH)           Tensor hidden();
        @Dropout(rate = 0.3)                           Tensor kept();
        @LayerNormalization(epsilon = 0.1)             Tensor even();
        @Softmax(axis = 0)                             Tensor shares(Tensor even);
        @GlobalAveragePooling1D                        Tensor mean(Tensor kept);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor level();
        @Output(loss = CATEGORICAL_CROSSENTROPY, weight = 2)
        @Dense(units = 3, activation = SOFTMAX)        Tensor kind(Tensor even);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                              Tensor next(Tensor shares);
      }
      """;

  static final String MASKED_MERGES =
      """
      /** Masks that meet. */
      @Network
      interface MaskedMerges {
        @Input(shape = {4, 2})                         Tensor x();
        @Formula("x > 0.7 ? x : 0")                    Tensor left();
        @Formula("x < 0.8 ? x : 0")                    Tensor right(Tensor x);
        @Masking                                       Tensor a(Tensor left);
        @Masking                                       Tensor c(Tensor right);
        @Dense(units = 2)                              Tensor d(Tensor a);
        @Dense(units = 2)                              Tensor e(Tensor c);
        @Dense(units = 2)                              Tensor open(Tensor x);
        @Add                                           Tensor sum(Tensor d, Tensor e);
        @Multiply                                      Tensor times(Tensor d, Tensor e, Tensor sum);
        @Maximum                                       Tensor most(Tensor d, Tensor e, Tensor open);
        @Minimum                                       Tensor least(Tensor d, Tensor e);
        @Concatenate(axis = 0)                         Tensor all(Tensor times, Tensor most, Tensor least);
        @Concatenate                                   Tensor deep(Tensor d, Tensor e);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor level(Tensor all);
        @Output(loss = COSINE_PROXIMITY, weight = 0.5)
        @Dense(units = 2)                              Tensor match(Tensor deep);
      }
      """;

  private StepSamples() {}

  /** All of them, by their names. */
  static Map<String, String> all() {
    return Map.of("Frames", FRAMES, "Phrases", PHRASES, "MaskedMerges", MASKED_MERGES);
  }
}
