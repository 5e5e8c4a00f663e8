package org.synapt.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;

/**
 * How much the examples of each class count, at one output; 1 where nothing is said.
 *
 * <p>The class of a target of one number is that number; of several, where the largest stands.
 * Source: Keras 3, {@code class_weight_to_sample_weights}.
 */
final class ClassWeights {
  private final int columns;
  private final int lowest;
  private final float[] weights;

  private ClassWeights(int columns, int lowest, float[] weights) {
    this.columns = columns;
    this.lowest = lowest;
    this.weights = weights;
  }

  /**
   * Class weights for an output.
   *
   * @throws IllegalArgumentException if its targets have no class, there is no such class, or a
   *     weight is no number from 0 on
   */
  static ClassWeights of(OutputSpec output, Map<Integer, Double> byClass) {
    int columns = output.targetSize();
    boolean any = Arrays.stream(output.targetShape()).anyMatch(extent -> extent < 0);
    if (any
        || output.targetShape().length > 1
        || isSparse(output) && !isOne(output.targetShape())) {
      throw new IllegalArgumentException(
          output.name()
              + " has targets "
              + Signature.text(output.targetShape())
              + ", of several classes each; weigh its examples instead");
    }
    Map<Integer, Double> sorted = new LinkedHashMap<>(byClass);
    int highest = 0;
    int lowest = 0;
    for (Map.Entry<Integer, Double> entry : sorted.entrySet()) {
      check(output, entry.getKey(), entry.getValue());
      highest = Math.max(highest, entry.getKey());
      lowest = Math.min(lowest, entry.getKey());
    }
    float[] weights = new float[highest - lowest + 1];
    Arrays.fill(weights, 1);
    for (Map.Entry<Integer, Double> entry : sorted.entrySet()) {
      weights[entry.getKey() - lowest] = (float) (double) entry.getValue();
    }
    return new ClassWeights(columns, lowest, weights);
  }

  private static boolean isOne(int[] shape) {
    return shape.length == 0 || shape[0] == 1;
  }

  private static boolean isSparse(OutputSpec output) {
    return output.loss().equals("sparse_categorical_crossentropy");
  }

  private static void check(OutputSpec output, Integer number, Double given) {
    if (number == null || given == null) {
      throw new IllegalArgumentException(
          "class " + number + " of " + output.name() + " is given the weight " + given);
    }
    double weight = given;
    int classes = classes(output);
    if (number < (classes == 2 ? -1 : 0) || number >= classes) {
      throw new IllegalArgumentException(
          output.name() + " has no class " + number + " to weigh; its last is " + (classes - 1));
    }
    if (!(weight >= 0) || weight > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the weight of class "
              + number
              + " of "
              + output.name()
              + " must be 0 or above, and fit into a float, not "
              + weight);
    }
  }

  /** A single column tells two classes apart: 0 and 1, or −1 and 1. */
  private static int classes(OutputSpec output) {
    int[] shape = output.shape();
    return shape.length == 0 || shape[shape.length - 1] == 1 ? 2 : shape[shape.length - 1];
  }

  /** Writes how much each example counts; allocates nothing. */
  void weigh(int examples, float[] targets, float[] written) {
    for (int i = 0; i < examples; i++) {
      int at = label(targets, i) - lowest;
      written[i] = at >= 0 && at < weights.length ? weights[at] : 1;
    }
  }

  private int label(float[] targets, int example) {
    if (columns == 1) {
      return Math.round(targets[example]);
    }
    int first = example * columns;
    int largest = 0;
    for (int j = 1; j < columns; j++) {
      if (targets[first + j] > targets[first + largest]) {
        largest = j;
      }
    }
    return largest;
  }
}
