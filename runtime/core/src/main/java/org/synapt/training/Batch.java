package org.synapt.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.network.Extents;
import org.synapt.network.InputSpec;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;

/**
 * One batch on its way through a pass: data go in, predictions and targets come out as arrays.
 *
 * <p>Where all extents are known, everything is allocated here, once. Where each batch decides some
 * of them, the longest so far decides how much room there is.
 */
final class Batch {
  private static final float[] EVEN = {};

  private final Network network;
  private final int capacity;
  private final List<OutputSpec> withTargets;
  private final float[][] inputs;
  private final float[][] targets;
  private final float[][] predictions;
  private final float[][] weights;
  private final float[][] given;
  private final TargetPlace[] places;
  private final Extents finder;
  private final int[] extents;
  private TrainingPass pass;
  private int size;

  /** Where an output's targets are found. */
  private interface TargetPlace {
    float[] targets(int batch);
  }

  /** A batch of so many examples at most. */
  Batch(Network network, int capacity) {
    Signature signature = network.signature();
    this.network = network;
    this.capacity = capacity;
    this.withTargets = BoundExamples.withTargets(signature);
    this.inputs = new float[signature.inputs().size()][0];
    this.targets = new float[withTargets.size()][0];
    this.predictions = new float[signature.outputs().size()][0];
    this.weights = new float[predictions.length][];
    this.given = new float[predictions.length][];
    Arrays.fill(weights, EVEN);
    Arrays.fill(given, EVEN);
    this.places = places(signature);
    this.finder = new Extents(signature);
    this.extents = new int[signature.extents()];
    Arrays.fill(extents, 1);
    this.pass = network.training(capacity, extents);
    makeRoom();
  }

  /** Makes room for examples of these extents, and takes the pass that is for them. */
  void ready(int[] wanted) {
    pass = network.training(capacity, wanted);
    if (!Arrays.equals(extents, wanted)) {
      System.arraycopy(wanted, 0, extents, 0, extents.length);
      makeRoom();
    }
  }

  private void makeRoom() {
    List<InputSpec> inputSpecs = network.signature().inputs();
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = room(inputs[i], inputSpecs.get(i).size(extents));
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] = room(targets[i], withTargets.get(i).targetSize(extents));
    }
    List<OutputSpec> outputs = network.signature().outputs();
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = room(predictions[i], outputs.get(i).size(extents));
    }
  }

  private float[] room(float[] array, int perExample) {
    int floats = Math.multiplyExact(perExample, capacity);
    return array.length < floats ? new float[floats] : array;
  }

  private TargetPlace[] places(Signature signature) {
    TargetPlace[] found = new TargetPlace[predictions.length];
    int next = 0;
    for (int i = 0; i < found.length; i++) {
      OutputSpec output = signature.outputs().get(i);
      if (output.target().isEmpty()) {
        int target = next++;
        found[i] = batch -> targets[target];
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
      return batch -> inputs[input];
    }
    return batch -> network.prediction(capacity, extents).value(row, batch, inputs);
  }

  TrainingPass pass() {
    return pass;
  }

  Network network() {
    return network;
  }

  /** The most examples that it can hold. */
  int capacity() {
    return capacity;
  }

  /** How many examples it holds. */
  int size() {
    return size;
  }

  /**
   * How many rows of its last axis an example has at an output, where each batch decides that; 1
   * where it does not.
   */
  int steps(int output) {
    OutputSpec spec = network.signature().outputs().get(output);
    return spec.size(extents) / spec.size();
  }

  /** What each batch decides. */
  int[] extents() {
    return extents;
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
    ready(examples.extents());
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
    ready(examples.extents());
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
    ready(extents.length == 0 ? extents : extents(examples, inputValues, targetValues));
    Arrays.fill(given, EVEN);
    take(examples, inputValues, targetValues);
  }

  /** What each batch decides, from arrays that hold so many examples and nothing else. */
  private int[] extents(int examples, float[][] inputValues, float[][] targetValues) {
    int next = 0;
    for (int i = 0; i < inputValues.length; i++) {
      String name = network.signature().inputs().get(i).name();
      finder.input(i, Extents.perExample(name, inputValues[i].length, examples));
    }
    for (int i = 0; i < places.length; i++) {
      OutputSpec output = network.signature().outputs().get(i);
      if (output.target().isEmpty()) {
        int floats = targetValues[next++].length;
        finder.target(i, Extents.perExample(output.name(), floats, examples));
      }
    }
    return finder.find();
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
      weights[output] = new float[capacity];
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
