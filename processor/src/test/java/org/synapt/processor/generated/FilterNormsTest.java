package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.optimizer.SGD;
import org.synapt.training.Trainer;

/** Norms that belong to each filter of a convolution, behind every step of a training. */
final class FilterNormsTest {
  private static final int FILTERS = 4;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(
              """
              /** Filters of a norm of 1, and transposed ones of a norm of at most a half. */
              @Network
              interface Filters {
                @Input(shape = {5, 5, 2})                          Tensor x();
                @Conv2D(filters = 4, kernelSize = 3, activation = TANH,
                    kernelConstraint = @Constrain(value = Constraint.UNIT_NORM, axis = {0, 1, 2}))
                Tensor edges();
                @Output(loss = MEAN_SQUARED_ERROR)
                @Conv2DTranspose(filters = 4, kernelSize = 3,
                    kernelConstraint =
                        @Constrain(value = Constraint.MAX_NORM, maxValue = 0.5, axis = {0, 1, -1}))
                Tensor y();
              }
              """));

  private static float[] draw(int size) {
    Random random = new Random(size);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  @Test
  @Tag("L2")
  void areKeptForEachFilterByItself() {
    Network network = COMPILED.network("samples.FiltersNetwork", 9);
    Trainer trainer = Trainer.of(network).verbose(0).optimizer(SGD.withLearningRate(0.5));
    Examples examples =
        Examples.of(
            Arrays.asList(Column.of("x", 50, draw(50 * 8))),
            Arrays.asList(Column.of("y", 100, draw(100 * 8))));

    for (int step = 0; step < 3; step++) {
      trainer.trainOnBatch(examples);

      for (int filter = 0; filter < FILTERS; filter++) {
        assertThat(norm(network, "edges.weight", 1, filter)).isWithin(1e-5).of(1);
        assertThat(norm(network, "y.weight", FILTERS, filter)).isAtMost(0.5 + 1e-5);
      }
    }
  }

  /** Of the numbers of a filter, one of four along an axis behind which so many numbers lie. */
  private static double norm(Network network, String name, int inner, int filter) {
    float[] weight = network.parameter(name).get();
    double squares = 0;
    for (int i = 0; i < weight.length; i++) {
      if (i / inner % FILTERS == filter) {
        squares += (double) weight[i] * weight[i];
      }
    }
    return Math.sqrt(squares);
  }
}
