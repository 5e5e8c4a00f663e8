package org.synapt.samples.pima;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Initializer.RANDOM_UNIFORM;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/**
 * Eight measures of a person in, the probability of diabetes out.
 *
 * <p>Its weights start as near to 0 as those of the tutorial that it is from, which is why some
 * seeds end with one answer for all.
 */
@Network
@SuppressWarnings("SmallInitializer")
public interface Pima {
  /** Pregnancies, glucose, blood pressure, skin fold, insulin, body mass, pedigree, age. */
  @Input(shape = 8)
  Tensor measures();

  /** The first hidden layer. */
  @Dense(units = 12, activation = RELU, kernelInitializer = @Initialize(RANDOM_UNIFORM))
  Tensor hidden1();

  /** The second hidden layer. */
  @Dense(units = 8, activation = RELU, kernelInitializer = @Initialize(RANDOM_UNIFORM))
  Tensor hidden2();

  /** The probability. */
  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID, kernelInitializer = @Initialize(RANDOM_UNIFORM))
  Tensor diabetes();
}
