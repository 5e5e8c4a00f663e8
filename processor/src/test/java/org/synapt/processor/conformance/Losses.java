package org.synapt.processor.conformance;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Losses of classes; those that are ignored are examples of the weight 0. */
final class Losses {

  private Losses() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "NegativeLogLikelihoodLoss", Losses::logLikelihood,
        "SoftmaxCrossEntropyLoss", Losses::crossEntropy);
  }

  private static void crossEntropy(Node node, Declaration it) {
    Row x = it.row(node, 0);
    String loss = "@Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY%s)";
    if (node.outputs().size() > 1) {
      Row logs = it.write(x.shape(), "@Activation(LOG_SOFTMAX)", x);
      it.output(logs, loss.formatted(""));
      it.put(node.outputs().get(1), logs);
    } else if (it.given(node.input(2)).isPresent()) {
      it.output(it.write(x.shape(), "@Activation(SOFTMAX)", x), loss.formatted(""));
    } else {
      Row logits = it.write(x.shape(), "@Activation(LINEAR)", x);
      it.output(logits, loss.formatted(", fromLogits = true"));
    }
    check(node, it, it.array(node, 1).floats(), 1);
  }

  /** A formula of one's own, which is averaged over classes too. */
  private static void logLikelihood(Node node, Declaration it) {
    Row x = it.row(node, 0);
    it.output(
        it.write(x.shape(), "@Activation(LINEAR)", x),
        "@Output(formula = \"-target * prediction\")");
    float[] classes = it.array(node, 1).floats();
    float[] target = new float[classes.length * x.last()];
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] >= 0 && classes[i] < x.last()) {
        target[i * x.last() + (int) classes[i]] = 1;
      }
    }
    check(node, it, target, x.last());
  }

  private static void check(Node node, Declaration it, float[] target, int scale) {
    float[] expected = it.take(node.output()).floats();
    float[] weights = weights(node, it);
    String reduction = node.text("reduction", "mean");
    if (reduction.equals("none")) {
      it.check(
          running -> {
            float[] losses = running.losses(target);
            for (int i = 0; i < losses.length; i++) {
              losses[i] *= weights[i] * scale;
            }
            running.compare("losses", expected, losses);
          });
      return;
    }
    double total = 0;
    for (float weight : weights) {
      total += weight;
    }
    double count = reduction.equals("mean") ? weights.length / total : weights.length;
    it.check(
        running ->
            running.compare(
                "loss",
                expected,
                new float[] {(float) (running.loss(target, weights) * scale * count)}));
  }

  private static float[] weights(Node node, Declaration it) {
    float[] classes = it.array(node, 1).floats();
    Optional<Array> stated = it.given(node.input(2));
    float[] weights = new float[classes.length];
    Arrays.fill(weights, 1);
    for (int i = 0; i < classes.length; i++) {
      if (node.says("ignore_index") && classes[i] == node.integer("ignore_index", 0)) {
        weights[i] = 0;
      } else if (stated.isPresent()) {
        weights[i] = (float) stated.get().numbers()[(int) classes[i]];
      }
    }
    return weights;
  }
}
