package org.synapt.samples.spam;

import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Embedding;
import org.synapt.annotations.GRU;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** A message of at most 60 words and signs in, the probability that nobody asked for it out. */
@Network
public interface Spam {
  /** The number of each word or sign, most frequent first; 0 where there is none. */
  @Input(shape = 60)
  Tensor words();

  /** What each means, as 32 numbers that are learned. */
  @Embedding(inputDim = 5_000, outputDim = 32, maskZero = true)
  Tensor meanings();

  /** What is remembered of them in the end. */
  @GRU(units = 32)
  Tensor message();

  /** Half of it hidden while it learns. */
  @Dropout(rate = 0.5)
  Tensor understood();

  /** The probability. */
  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor spam();
}
