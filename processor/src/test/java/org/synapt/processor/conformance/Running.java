package org.synapt.processor.conformance;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.synapt.buffer.Buffer;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.TrainingPass;

/** A network of a case at work. */
final class Running {
  private final Network network;
  private final Declaration declaration;
  private final int batch;
  private final float near;

  /**
   * Gives a network its parameters.
   *
   * @param near how far from what is expected a number may be, relative to the largest that is
   */
  Running(Network network, Declaration declaration, float near) {
    this.network = network;
    this.near = near;
    this.declaration = declaration;
    this.batch = declaration.batch();
    declaration.parameters().forEach((name, numbers) -> network.parameter(name).set(numbers));
  }

  /** Checks all that the case expects. */
  void check() {
    declaration.checks().forEach(check -> check.check(this));
  }

  /** Compares an output of both passes, that which predicts and that which trains. */
  void compareOutput(String row, float[] expected) {
    int output = declaration.outputs().indexOf(row);
    float[][] predictions = new float[declaration.outputs().size()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = new float[batch * network.signature().outputs().get(i).size()];
    }
    network.prediction(batch).predict(batch, declaration.inputs(), predictions, 0);
    compare("predicted", expected, predictions[output]);
    compare("evaluated", expected, forward(false, output));
  }

  /** An output of the pass that trains. */
  float[] forward(boolean training, int output) {
    TrainingPass pass = pass();
    pass.training(training);
    pass.forward(batch);
    float[] values = new float[batch * network.signature().outputs().get(output).size()];
    pass.get(batch, output, values);
    return values;
  }

  /** The pass that trains, with the inputs put and all else 0. */
  TrainingPass pass() {
    TrainingPass pass = network.training(batch);
    List<Buffer> buffers = pass.inputs();
    float[][] inputs = declaration.inputs();
    for (int i = 0; i < inputs.length; i++) {
      buffers.get(i).put(0, inputs[i], 0, inputs[i].length);
    }
    return pass;
  }

  /** The loss of a batch whose examples count as they are weighed. */
  float loss(float[] target, float... weights) {
    TrainingPass pass = pass(target);
    pass.share(batch, new float[][] {weights.length == batch ? weights : new float[0]});
    return pass.loss(batch);
  }

  /** The loss of each example. */
  float[] losses(float[] target) {
    TrainingPass pass = pass(target);
    float[] losses = new float[batch];
    for (int i = 0; i < batch; i++) {
      float[] weights = new float[batch];
      weights[i] = batch;
      pass.share(batch, new float[][] {weights});
      losses[i] = pass.loss(batch);
    }
    return losses;
  }

  private TrainingPass pass(float[] target) {
    TrainingPass pass = pass();
    pass.targets().get(0).put(0, target, 0, target.length);
    pass.training(false);
    pass.forward(batch);
    return pass;
  }

  void compareParameter(String name, float[] expected) {
    Parameter parameter = network.parameter(name);
    compare(name, expected, parameter.get());
  }

  /**
   * Holds numbers to ONNX's tolerance each, and to a tighter one relative to the largest of them.
   */
  void compare(String what, float[] expected, float[] actual) {
    assertWithMessage("elements %s", what).that(actual.length).isEqualTo(expected.length);
    float largest = 0;
    for (float number : expected) {
      largest = Float.isFinite(number) ? Math.max(largest, Math.abs(number)) : largest;
    }
    for (int i = 0; i < expected.length; i++) {
      float tolerance = 1e-7f + Math.min(1e-3f * Math.abs(expected[i]), near * largest);
      if (Float.isFinite(expected[i])) {
        assertWithMessage("%s[%s]", what, i).that(actual[i]).isWithin(tolerance).of(expected[i]);
      } else {
        assertWithMessage("%s[%s]", what, i).that(actual[i]).isEqualTo(expected[i]);
      }
    }
  }
}
