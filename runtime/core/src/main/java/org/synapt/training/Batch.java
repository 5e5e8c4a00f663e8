package org.synapt.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.network.InputSpec;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;

/**
 * One batch on its way through a pass: data go in, predictions and targets come out as arrays.
 *
 * <p>Everything is allocated here, once.
 */
final class Batch {
  private static final float[] EVEN = {};

  private final TrainingPass pass;
  private final float[][] inputs;
  private final float[][] targets;
  private final float[][] predictions;
  private final float[][] weights;
  private final float[][] given;
  private final TargetPlace[] places;
  private int size;

  /** Where an output's targets are found. */
  private interface TargetPlace {
    float[] targets(int batch);
  }

  Batch(TrainingPass pass) {
    Signature signature = pass.network().signature();
    int capacity = pass.capacity();
    this.pass = pass;
    this.inputs = inputs(signature.inputs(), capacity);
    this.targets = targets(BoundExamples.withTargets(signature), capacity);
    this.predictions = predictions(signature.outputs(), capacity);
    this.weights = new float[predictions.length][];
    this.given = new float[predictions.length][];
    Arrays.fill(weights, EVEN);
    Arrays.fill(given, EVEN);
    this.places = places(signature);
  }

  private static float[][] inputs(List<InputSpec> inputs, int capacity) {
    return inputs.stream().map(input -> new float[input.size() * capacity]).toArray(float[][]::new);
  }

  private static float[][] targets(List<OutputSpec> outputs, int capacity) {
    return outputs.stream()
        .map(output -> new float[output.targetSize() * capacity])
        .toArray(float[][]::new);
  }

  private static float[][] predictions(List<OutputSpec> outputs, int capacity) {
    return outputs.stream()
        .map(output -> new float[output.size() * capacity])
        .toArray(float[][]::new);
  }

  private TargetPlace[] places(Signature signature) {
    TargetPlace[] found = new TargetPlace[predictions.length];
    int next = 0;
    for (int i = 0; i < found.length; i++) {
      OutputSpec output = signature.outputs().get(i);
      if (output.target().isEmpty()) {
        float[] array = targets[next++];
        found[i] = batch -> array;
      } else {
        found[i] = rowAsTarget(output.target(), signature);
      }
    }
    return found;
  }

  /** An output's target that is a row: an input's array, or else a value to compute. */
  private TargetPlace rowAsTarget(String row, Signature signature) {
    int input = BoundExamples.inputNumber(signature, row);
    if (input >= 0) {
      float[] array = inputs[input];
      return batch -> array;
    }
    return batch -> pass.network().prediction(pass.capacity()).value(row, batch, inputs);
  }

  TrainingPass pass() {
    return pass;
  }

  /** How many examples it holds. */
  int size() {
    return size;
  }

  /** Where whoever fills the batch puts each input, from index 0. */
  float[][] inputs() {
    return inputs;
  }

  /** Where whoever fills the batch puts each target that the data hold, from index 0. */
  float[][] targets() {
    return targets;
  }

  /** Takes chosen examples. */
  void gather(BoundExamples examples, int[] rows, int from, int to) {
    for (int i = 0; i < inputs.length; i++) {
      examples.input(i).gather(rows, from, to, inputs[i], 0);
    }
    for (int i = 0; i < targets.length; i++) {
      examples.target(i).gather(rows, from, to, targets[i], 0);
    }
    for (int output = 0; output < given.length; output++) {
      Optional<Column> weight = weight(examples, output);
      if (weight.isPresent()) {
        weight.get().gather(rows, from, to, given[output], 0);
      }
    }
    take(to - from, inputs, targets);
  }

  /** Takes examples that follow one another. */
  void copy(BoundExamples examples, int from, int to) {
    for (int i = 0; i < inputs.length; i++) {
      examples.input(i).copy(from, to, inputs[i], 0);
    }
    for (int i = 0; i < targets.length; i++) {
      examples.target(i).copy(from, to, targets[i], 0);
    }
    for (int output = 0; output < given.length; output++) {
      Optional<Column> weight = weight(examples, output);
      if (weight.isPresent()) {
        weight.get().copy(from, to, given[output], 0);
      }
    }
    take(to - from, inputs, targets);
  }

  /** The weights at an output, if there are any, with room made for them. */
  private Optional<Column> weight(BoundExamples examples, int output) {
    Optional<Column> weight = examples.weight(output);
    given[output] = weight.isPresent() ? weights(output) : EVEN;
    return weight;
  }

  /** Takes arrays straight to the pass; no targets can be had then. */
  void put(int examples, float[][] inputValues, float[][] targetValues) {
    Arrays.fill(given, EVEN);
    take(examples, inputValues, targetValues);
  }

  /** Takes so many examples from {@link #inputs} and {@link #targets}, and each one's weight. */
  void filled(int examples, float[][] eachWeight) {
    System.arraycopy(eachWeight, 0, given, 0, given.length);
    take(examples, inputs, targets);
  }

  private void take(int examples, float[][] inputValues, float[][] targetValues) {
    size = examples;
    pass.put(examples, inputValues, targetValues);
  }

  /** Room for the weights at an output, made where it is first asked for. */
  private float[] weights(int output) {
    if (weights[output].length == 0) {
      weights[output] = new float[pass.capacity()];
    }
    return weights[output];
  }

  /**
   * Lets the examples that it holds count by their class at an output.
   *
   * @throws IllegalArgumentException if they have weights of their own
   */
  void weigh(int output, ClassWeights byClass) {
    if (given[output].length > 0) {
      throw new IllegalArgumentException(
          "the examples have weights of their own; weigh examples or classes, not both");
    }
    given[output] = weights(output);
    byClass.weigh(size, targets(output), given[output]);
  }

  /** Tells the pass how much each example counts. */
  void share() {
    pass.share(size, given);
  }

  /** What an output predicted, from index 0. */
  float[] predictions(int output) {
    pass.get(size, output, predictions[output]);
    return predictions[output];
  }

  /** What an output should have predicted, from index 0. */
  float[] targets(int output) {
    return places[output].targets(size);
  }
}
