package org.synapt.samples.cifar;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Twice two convolutions and a pooling, a hidden layer of 512, ten kinds of things. */
@Network
public interface CifarCnn {
  /** Red, green and blue of each pixel, from 0 to 1. */
  @Input(shape = {32, 32, 3})
  Tensor pixels();

  /** Edges and colours. */
  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor edges();

  /** Corners and curves. */
  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Tensor curves();

  /** Half as fine. */
  @MaxPooling2D(poolSize = 2)
  Tensor coarse();

  /** A quarter of it hidden while it learns. */
  @Dropout(rate = 0.25)
  Tensor seen();

  /** Textures. */
  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor textures();

  /** Parts of things. */
  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Tensor parts();

  /** Half as fine again; of 13 rows the last is left out. */
  @SuppressWarnings("OddSideBeforePooling")
  @MaxPooling2D(poolSize = 2)
  Tensor coarser();

  /** A quarter of it hidden while it learns. */
  @Dropout(rate = 0.25)
  Tensor kept();

  /** Everywhere, one behind the other. */
  @Flatten
  Tensor flat();

  /** What the parts together mean. */
  @SuppressWarnings("FlattenDominates")
  @Dense(units = 512, activation = RELU)
  Tensor hidden();

  /** Half of it hidden while it learns. */
  @Dropout(rate = 0.5)
  Tensor sure();

  /** The probability of each kind. */
  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor label();
}
