package org.synapt.processor.generated;

/** Declarations with attention. */
final class AttentionSamples {

  /** As Chollet, Deep Learning with Python, 2nd ed., 2021, listing 11.21. */
  static final String ENCODER =
      """
      /** Every step looks at all others, and is then seen for itself; each time it is added back. */
      @Block
      @interface TransformerEncoder {
        /** How many things each step looks for. */
        int numHeads();

        /** How many numbers say what it looks for. */
        int keyDim();

        /** The width of the layer between. */
        int units();

        /** What is stacked. */
        interface Body {
          @Input                                             Tensor x();
          @MultiHeadAttention(numHeads = Block.OF_BLOCK, keyDim = Block.OF_BLOCK)
          Tensor attention(Tensor x);
          @Add                                               Tensor seen(Tensor x, Tensor attention);
          @LayerNormalization                                Tensor even();
          @Dense(units = Block.OF_BLOCK, activation = RELU)  Tensor wide(Tensor even);
          @Dense(units = 4)                                  Tensor narrow();
          @Add                                               Tensor known(Tensor even, Tensor narrow);
          @LayerNormalization                                Tensor encoded();
        }
      }
      """;

  /** The block in a network. */
  static final String TRANSFORMER =
      """
      /** Whether somebody liked a film, from the words of the review. */
      @Network
      interface Transformer {
        @Input(shape = {7, 4})                     Tensor words();
        @TransformerEncoder(numHeads = 2, keyDim = 3, units = 5)
        Tensor encoder();
        @GlobalMaxPooling1D                        Tensor gist();
        @Dropout(rate = 0.5)                       Tensor kept();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor liked();
      }
      """;

  /** Two blocks, of sequences of any length. */
  static final String ANY_LENGTH =
      """
      /** What comes next after each of any number of steps. */
      @Network
      interface AnyLength {
        @Input(shape = {Input.ANY, 4})             Tensor steps();
        @MultiHeadAttention(numHeads = 2, keyDim = 3, useCausalMask = true, dropout = 0.2)
        Tensor past();
        @TransformerEncoder(numHeads = 3, keyDim = 2, units = 5) @Repeat(2)
        Tensor encoder();
        @AdditiveAttention(useCausalMask = true)   Tensor focus();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                          Tensor next();
      }
      """;

  /** As Chollet, Deep Learning with Python, 2nd ed., 2021, listings 11.24 and 11.25. */
  static final String REVIEWS =
      """
      /** Whether somebody liked a film, from the numbers of the words. */
      @Network
      interface Reviews {
        @Input(shape = Input.ANY)                  Tensor words();
        @PositionalEmbedding(sequenceLength = 6, inputDim = 9, outputDim = 4)
        Tensor placed();
        @TransformerEncoder(numHeads = 2, keyDim = 3, units = 5)
        Tensor encoder();
        @GlobalAveragePooling1D                    Tensor gist();
        @Dropout(rate = 0.5)                       Tensor kept();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor liked();
      }
      """;

  /**
   * Attention of every kind, with masks: steps are masked whose numbers are all small, of data that
   * are drawn from 0.2 to 1.3.
   */
  static final String ATTENTIONS =
      """
      /** Attention of every kind, to steps some of which do not count. */
      @Network
      interface Attentions {
        @Input(shape = {5, 2})                     Tensor x();
        @Formula("x > 0.8 ? x : 0")                Tensor someX();
        @Masking                                   Tensor asks();
        @Input(shape = {6, 2})                     Tensor z();
        @Formula("z > 0.8 ? z : 0")                Tensor someZ(Tensor z);
        @Masking                                   Tensor found(Tensor someZ);
        @Formula("someZ > 0.9 ? 1 : 0.1 * someZ")  Tensor codes(Tensor someZ);
        @Masking                                   Tensor keys();
        @Attention                                 Tensor plain(Tensor asks, Tensor found);
        @Attention(useScale = true, dropout = 0.3) Tensor scaled(Tensor found, Tensor asks);
        @Attention(scoreMode = ScoreMode.CONCAT)   Tensor sums(Tensor asks, Tensor found, Tensor keys);
        @Attention(scoreMode = ScoreMode.CONCAT, useScale = true, useCausalMask = true)
        Tensor scaledSums(Tensor asks);
        @AdditiveAttention(dropout = 0.2)          Tensor additive(Tensor x, Tensor found);
        @AdditiveAttention(useScale = false, useCausalMask = true)
        Tensor later(Tensor found, Tensor x);
        @MultiHeadAttention(numHeads = 2, keyDim = 3, valueDim = 2, outputShape = 3, dropout = 0.2,
            kernelRegularizer = @Regularize(l2 = 0.01), biasRegularizer = @Regularize(l1 = 0.01))
        Tensor heads(Tensor asks, Tensor found, Tensor keys);
        @MultiHeadAttention(numHeads = 1, keyDim = 4, useBias = false, useCausalMask = true)
        Tensor one();
        @Concatenate(axis = 0)
        Tensor all(Tensor plain, Tensor scaled, Tensor sums, Tensor scaledSums, Tensor additive,
            Tensor later);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                          Tensor level();
        @Output(loss = CATEGORICAL_CROSSENTROPY, weight = 0.5)
        @Dense(units = 3, activation = SOFTMAX)    Tensor kind(Tensor one);
      }
      """;

  private AttentionSamples() {}
}
