package org.synapt.samples.bench;

import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Embedding;
import org.synapt.annotations.Input;
import org.synapt.annotations.LSTM;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Eighty words, read one after the other, and what they amount to. */
@Network
public interface WordMemory {
  /** The number of each word. */
  @Input(shape = 80)
  Tensor words();

  /** What each word means. */
  @Embedding(inputDim = 20_000, outputDim = 128)
  Tensor meanings();

  /** What is remembered after the last word. */
  @LSTM(units = 128)
  Tensor memory();

  /** The probability that the words are of the second class. */
  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor second();
}
