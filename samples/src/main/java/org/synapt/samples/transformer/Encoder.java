package org.synapt.samples.transformer;

import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.GlobalAveragePooling1D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.PositionalEmbedding;
import org.synapt.annotations.Tensor;

/** A sentence of at most 40 words in, the probability that it is for the film out. */
@Network
public interface Encoder {
  /** The number of each word, most frequent first; 0 where there is none, 1 for a rare one. */
  @Input(shape = 40)
  Tensor words();

  /**
   * What each word means and where it stands, which no attention would see: 32 numbers for each
   * word and for each place, all learned; where there is no word, no step.
   */
  @PositionalEmbedding(sequenceLength = 40, inputDim = 8_000, outputDim = 32)
  Tensor meanings();

  /** Half of it hidden while it learns. */
  @Dropout(rate = 0.5)
  Tensor kept();

  /** Every word, as the others make it understood. */
  @TransformerEncoder(numHeads = 2, keyDim = 16, units = 32)
  Tensor understood();

  /** All words together, those that are none left out. */
  @GlobalAveragePooling1D
  Tensor sentence();

  /** Half of it hidden while it learns. */
  @Dropout(rate = 0.5)
  Tensor judged();

  /** The probability. */
  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor positive();
}
