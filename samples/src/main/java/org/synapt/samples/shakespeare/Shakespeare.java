package org.synapt.samples.shakespeare;

import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Input.ANY;
import static org.synapt.annotations.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Embedding;
import org.synapt.annotations.Input;
import org.synapt.annotations.LSTM;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Characters in, for each the probabilities of the one that follows out. */
@Network
public interface Shakespeare {
  /** The number of each character, as many as come; 0 and 1 are none of the text. */
  @Input(shape = ANY, batchSize = 64)
  Tensor characters();

  /** What each character is like, as 32 numbers that are learned. */
  @Embedding(inputDim = 67, outputDim = 32)
  Tensor likeness();

  /** What is remembered of all that was read, beyond the batch too. */
  @LSTM(units = 256, returnSequences = true, stateful = true)
  Tensor memory();

  /** The probability of each character to be the next. */
  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 67, activation = SOFTMAX)
  Tensor next();
}
