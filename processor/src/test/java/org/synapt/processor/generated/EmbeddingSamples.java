package org.synapt.processor.generated;

import java.util.Map;

/** Declarations with embeddings. */
final class EmbeddingSamples {

  /** A table that is trained. */
  static final String WORDS =
      """
      /** Whether somebody liked a film, from the words of the review, whatever their order. */
      @Network
      interface Words {
        @Input(shape = 6)                          Tensor tokens();
        @Embedding(inputDim = 20, outputDim = 3)   Tensor words();
        @GlobalAveragePooling1D                    Tensor gist();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor liked();
      }
      """;

  /** A table that is read twice. */
  static final String SAME_WORDS =
      """
      /** Whether two questions ask the same. */
      @Network
      interface SameWords {
        @Input(shape = 4)                          Tensor left();
        @Input(shape = {2, 3})                     Tensor right();
        @Embedding(inputDim = 9, outputDim = 2)    Layer words();
        @Apply                                     Tensor leftWords(Layer words, Tensor left);
        @Apply                                     Tensor rightWords(Layer words, Tensor right);
        @Flatten                                   Tensor leftGist(Tensor leftWords);
        @Flatten                                   Tensor rightGist(Tensor rightWords);
        @Concatenate                               Tensor both(Tensor leftGist, Tensor rightGist);
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor same();
      }
      """;

  /** Every attribute, and an input of which two tables are asked. */
  static final String TABLES =
      """
      /** Tables that are kept small, or as they are. */
      @Network
      interface Tables {
        @Input(shape = 3)                          Tensor ids();
        @Embedding(inputDim = 7, outputDim = 2, activityRegularizer = @Regularize(l1 = 0.1),
            embeddingsRegularizer = @Regularize(l2 = 0.1))
        Tensor small(Tensor ids);
        @Embedding(inputDim = 5, outputDim = 2,
            embeddingsConstraint = @Constrain(Constraint.UNIT_NORM))
        Tensor even(Tensor ids);
        @Embedding(inputDim = 6, outputDim = 2, trainable = false,
            embeddingsInitializer = @Initialize(Initializer.RANDOM_NORMAL))
        Tensor fixed(Tensor ids);
        @Multiply                                  Tensor all(Tensor small, Tensor even, Tensor fixed);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                          Tensor level();
      }
      """;

  /** A length that each batch decides, and steps that do not count. */
  static final String ANY_WORDS =
      """
      /** Whether somebody liked a film, from a review of any length. */
      @Network
      interface AnyWords {
        @Input(shape = Input.ANY)                  Tensor tokens();
        @Embedding(inputDim = 20, outputDim = 3, maskZero = true) Tensor words();
        @LSTM(units = 2)                           Tensor gist();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor liked();
      }
      """;

  /** A length that is known, and steps that do not count. */
  static final String MASKED_WORDS =
      """
      /** Whether somebody liked a film, from a short review. */
      @Network
      interface MaskedWords {
        @Input(shape = 5)                          Tensor tokens();
        @Embedding(inputDim = 4, outputDim = 3, maskZero = true) Tensor words();
        @LSTM(units = 2)                           Tensor gist();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor liked();
      }
      """;

  private EmbeddingSamples() {}

  /** Those whose every extent is known. */
  static Map<String, String> all() {
    return Map.of(
        "Words", WORDS, "SameWords", SAME_WORDS, "Tables", TABLES, "MaskedWords", MASKED_WORDS);
  }
}
