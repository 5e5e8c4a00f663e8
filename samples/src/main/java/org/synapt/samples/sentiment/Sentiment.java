package org.synapt.samples.sentiment;

import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Bidirectional;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Embedding;
import org.synapt.annotations.Input;
import org.synapt.annotations.LSTM;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** A sentence of at most 40 words in, the probability that it is for the film out. */
@Network
public interface Sentiment {
  /** The number of each word, most frequent first; 0 where there is none, 1 for a rare one. */
  @Input(shape = 40)
  Tensor words();

  /** What each word means, as 64 numbers that are learned; where there is no word, no step. */
  @Embedding(inputDim = 8_000, outputDim = 64, maskZero = true)
  Tensor meanings();

  /** Half of it hidden while it learns: there are more words than sentences to learn them from. */
  @Dropout(rate = 0.5)
  Tensor kept();

  /** The sentence, read from both ends. */
  @Bidirectional
  @LSTM(units = 32)
  Tensor sentence();

  /** Half of it hidden while it learns. */
  @Dropout(rate = 0.5)
  Tensor understood();

  /** The probability. */
  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor positive();
}
