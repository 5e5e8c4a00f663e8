package org.synapt.samples.signer;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Apply;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Formula;
import org.synapt.annotations.Input;
import org.synapt.annotations.Layer;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** One encoder for two signatures. */
@Network
interface SameSigner {
  @Input(shape = 128)
  Tensor left();

  @Input(shape = 128)
  Tensor right();

  @Dense(units = 64, activation = RELU)
  Layer encoder();

  @Apply
  Tensor leftCode(Layer encoder, Tensor left);

  @Apply
  Tensor rightCode(Layer encoder, Tensor right);

  @Formula("abs(leftCode - rightCode)")
  Tensor apart(Tensor leftCode, Tensor rightCode);

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor same();
}
