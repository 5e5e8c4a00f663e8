package org.synapt.processor.generated;

import java.util.Map;

/** Declarations with recurrent layers. */
final class SequenceSamples {

  /** Two layers, one behind the other. */
  static final String STACKED =
      """
      /** Two layers that read a series. */
      @Network
      interface Stacked {
        @Input(shape = {7, 3})                    Tensor measures();
        @LSTM(units = 5, returnSequences = true, dropout = 0.2, recurrentDropout = 0.1)
        Tensor beats();
        @LSTM(units = 4)                          Tensor trend();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                         Tensor level();
      }
      """;

  /** Both directions, and what is made of them. */
  static final String BOTH_WAYS =
      """
      /** What was said, read from both ends. */
      @Network
      interface BothWays {
        @Input(shape = {6, 3})                     Tensor words();
        @Bidirectional
        @GRU(units = 4, returnSequences = true)    Tensor context(Tensor words);
        @Bidirectional(mergeMode = MergeMode.AVE)
        @SimpleRNN(units = 5, activation = RELU)   Tensor gist(Tensor context);
        @State(direction = Direction.BACKWARD)     Tensor start(Tensor context);
        @Concatenate                               Tensor all(Tensor gist, Tensor start);
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)    Tensor liked();
      }
      """;

  /** A layer that begins with the states that another ended with. */
  static final String TRANSLATION =
      """
      /** A sentence becomes two states, and these another sentence. */
      @Network
      interface Translation {
        @Input(shape = {6, 3})                     Tensor said();
        @LSTM(units = 4)                           Tensor meaning(Tensor said);
        @State(StateKind.HIDDEN)                   Tensor hidden(Tensor meaning);
        @State(StateKind.CELL)                     Tensor cell(Tensor meaning);
        @Input(shape = {5, 2})                     Tensor before();
        @LSTM(units = 4, returnSequences = true)
        Tensor decoded(Tensor before, Tensor hidden, Tensor cell);
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @Dense(units = 3, activation = SOFTMAX)    Tensor next();
      }
      """;

  /** A layer that goes on where it ended. */
  static final String MEMORY =
      """
      /** A long series, piece by piece. */
      @Network
      interface Memory {
        @Input(shape = {4, 2}, batchSize = 3)      Tensor piece();
        @LSTM(units = 5, stateful = true)          Tensor memory();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                          Tensor level();
      }
      """;

  /** As long as each batch is, and its states asked for beside the sequence. */
  static final String ANY_LENGTH =
      """
      /** Sentences of any length. */
      @Network
      interface AnyLength {
        @Input(shape = {Input.ANY, 3})             Tensor words();
        @Masking                                   Tensor real();
        @LSTM(units = 4, returnSequences = true)   Tensor context();
        @State                                     Tensor hidden(Tensor context);
        @State(StateKind.CELL)                     Tensor cell(Tensor context);
        @Concatenate                               Tensor both(Tensor hidden, Tensor cell);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                          Tensor level();
      }
      """;

  /** One layer for two sequences, masks, states of sequences, frozen layers and copies. */
  private static final String READERS =
      """
      /** Two series, read by the same layer and compared. */
      @Network
      interface Readers {
        @Input(shape = {4, 3})                     Tensor left();
        @Masking(maskValue = 0.5)                  Tensor leftReal(Tensor left);
        @Input(shape = {5, 3})                     Tensor right();
        @Bidirectional(mergeMode = MergeMode.SUM)
        @LSTM(units = 4, returnSequences = true,
            kernelRegularizer = @Regularize(l2 = 0.01),
            activityRegularizer = @Regularize(l1 = 0.02),
            recurrentConstraint = @Constrain(Constraint.UNIT_NORM))
        Layer reader();
        @Apply                                     Tensor leftRead(Layer reader, Tensor leftReal);
        @Apply                                     Tensor rightRead(Layer reader, Tensor right);
        @State(StateKind.CELL)                     Tensor leftCell(Tensor leftRead);
        @State(value = StateKind.HIDDEN, direction = Direction.FORWARD)
        Tensor rightState(Tensor rightRead);
        @GRU(units = 4, resetAfter = false, trainable = false, returnSequences = true)
        Tensor known(Tensor leftRead);
        @Repeat(2)
        @SimpleRNN(units = 4, activation = GELU, returnSequences = true, useBias = false)
        Tensor deep(Tensor known);
        @GRU(units = 4, goBackwards = true, recurrentActivation = HARD_SIGMOID)
        Tensor gist(Tensor deep, Tensor rightState);
        @Concatenate                               Tensor all(Tensor gist, Tensor leftCell);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                          Tensor level();
      }
      """;

  private SequenceSamples() {}

  /** Those of which every example has the same length and begins anew, by their names. */
  static Map<String, String> all() {
    return Map.of(
        "Stacked", STACKED, "BothWays", BOTH_WAYS, "Translation", TRANSLATION, "Readers", READERS);
  }
}
