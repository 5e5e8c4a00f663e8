package org.synapt.samples.resnet;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Initializer.IDENTITY;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Activation;
import org.synapt.annotations.Add;
import org.synapt.annotations.BatchNormalization;
import org.synapt.annotations.Block;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.GlobalAveragePooling2D;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Repeat;
import org.synapt.annotations.Tensor;

/**
 * Nineteen convolutions and a dense layer. Shortcuts have nothing to learn: where a block makes its
 * input coarser and deeper, they leave pixels out and channels at 0, which a convolution with an
 * identity does. Source: He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition,
 * 2015, section 4.2, option A.
 */
// @formatter:off
@Network
interface ResNet20 {
  @Input(shape = {32, 32, 3})                                        Tensor pixels();
  @Conv2D(filters = 16, kernelSize = 3, padding = SAME, useBias = false) Tensor edges();
  @BatchNormalization                                                  Tensor normal();
  @Activation(RELU)                                                    Tensor positive();
  @Residual(filters = 16) @Repeat(3)                                   Tensor fine();
  @Halving(filters = 32)                                               Tensor half();
  @Residual(filters = 32) @Repeat(2)                                   Tensor medium();
  @Halving(filters = 64)                                               Tensor quarter();
  @Residual(filters = 64) @Repeat(2)                                   Tensor coarse();
  @GlobalAveragePooling2D                                              Tensor features();
  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)                             Tensor label();

  /** Adds what two convolutions make of its input to the input. */
  @Block
  @interface Residual {
    int filters();

    interface Body {
      @Input                                                           Tensor x();
      @Conv2D(filters = OF_BLOCK, kernelSize = 3, padding = SAME,
              useBias = false)                                         Tensor inner(Tensor x);
      @BatchNormalization                                              Tensor innerNormal();
      @Activation(RELU)                                                Tensor innerPositive();
      @Conv2D(filters = OF_BLOCK, kernelSize = 3, padding = SAME,
              useBias = false)                                         Tensor outer();
      @BatchNormalization                                              Tensor outerNormal();
      @Add(activation = RELU)                                          Tensor sum(Tensor outerNormal, Tensor x);
    }
  }

  /** The same with half the rows and columns. */
  @Block
  @interface Halving {
    int filters();

    interface Body {
      @Input                                                           Tensor x();
      @Conv2D(filters = OF_BLOCK, kernelSize = 3, strides = 2,
              padding = SAME, useBias = false)                         Tensor inner(Tensor x);
      @BatchNormalization                                              Tensor innerNormal();
      @Activation(RELU)                                                Tensor innerPositive();
      @Conv2D(filters = OF_BLOCK, kernelSize = 3, padding = SAME,
              useBias = false)                                         Tensor outer();
      @BatchNormalization                                              Tensor outerNormal();
      @Conv2D(filters = OF_BLOCK, kernelSize = 1, strides = 2, useBias = false,
              kernelInitializer = @Initialize(IDENTITY),
              trainable = false)                                       Tensor shortcut(Tensor x);
      @Add(activation = RELU)                                          Tensor sum(Tensor outerNormal, Tensor shortcut);
    }
  }
}
// @formatter:on
