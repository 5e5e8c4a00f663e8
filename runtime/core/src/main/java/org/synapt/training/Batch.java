package org.synapt.training;

import java.util.List;
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
  private final TrainingPass pass;
  private final float[][] inputs;
  private final float[][] targets;
  private final float[][] predictions;
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
    for (int i = 0; i < inputs.length; i++) {
      if (signature.inputs().get(i).name().equals(row)) {
        float[] array = inputs[i];
        return batch -> array;
      }
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

  /** Takes chosen examples. */
  void gather(BoundExamples examples, int[] rows, int from, int to) {
    for (int i = 0; i < inputs.length; i++) {
      examples.input(i).gather(rows, from, to, inputs[i], 0);
    }
    for (int i = 0; i < targets.length; i++) {
      examples.target(i).gather(rows, from, to, targets[i], 0);
    }
    put(to - from, inputs, targets);
  }

  /** Takes examples that follow one another. */
  void copy(BoundExamples examples, int from, int to) {
    for (int i = 0; i < inputs.length; i++) {
      examples.input(i).copy(from, to, inputs[i], 0);
    }
    for (int i = 0; i < targets.length; i++) {
      examples.target(i).copy(from, to, targets[i], 0);
    }
    put(to - from, inputs, targets);
  }

  /** Takes arrays straight to the pass; no targets can be had then. */
  void put(int examples, float[][] inputValues, float[][] targetValues) {
    size = examples;
    pass.put(examples, inputValues, targetValues);
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
