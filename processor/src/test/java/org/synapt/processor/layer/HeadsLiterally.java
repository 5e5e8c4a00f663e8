package org.synapt.processor.layer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.synapt.processor.shape.Shape;

/** A multi-head attention as its formulas say it, number by number, with numbers of its own. */
final class HeadsLiterally {
  private final Map<String, double[]> parameters = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final double[][] operands;
  private final double[][] masks;
  private final int[] steps;
  private final int heads;
  private final boolean causal;

  /** The layer with query, value and key. */
  HeadsLiterally(Inferred layer, int heads, boolean causal) {
    Random random = new Random(5);
    this.heads = heads;
    this.causal = causal;
    for (ParameterSpec spec : layer.parameters()) {
      shapes.put(spec.name(), spec.shape());
      parameters.put(spec.name(), numbers(random, spec.shape()));
    }
    operands =
        layer.use().shapes().stream().map(it -> numbers(random, it)).toArray(double[][]::new);
    steps = layer.use().shapes().stream().mapToInt(it -> it.extent(0)).toArray();
    masks = IntStream.of(steps).mapToObj(HeadsLiterally::ones).toArray(double[][]::new);
  }

  private static double[] numbers(Random random, Shape shape) {
    return random.doubles(shape.size(), -1, 1).toArray();
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Says which steps of an operand count. */
  double[] mask(int operand, double... counts) {
    masks[operand] = counts;
    return counts;
  }

  Map<String, double[]> parameters() {
    return parameters;
  }

  double[][] operands() {
    return operands;
  }

  /** All of the result. */
  double[] value() {
    int outputs = shapes.get("attentionOutput.kernel").last();
    double[] kernel = parameters.get("attentionOutput.kernel");
    double[] bias = parameters.get("attentionOutput.bias");
    double[] y = new double[steps[0] * outputs];
    int features = shapes.get("value.kernel").last();
    for (int t = 0; t < steps[0]; t++) {
      for (int o = 0; o < outputs; o++) {
        y[t * outputs + o] = bias[o];
        for (int h = 0; h < heads; h++) {
          double[] weights = weights(t, h);
          for (int f = 0; f < features; f++) {
            double context = 0;
            for (int s = 0; s < steps[1]; s++) {
              context += weights[s] * projected("value", 1, s, h, f);
            }
            y[t * outputs + o] += context * kernel[(h * features + f) * outputs + o];
          }
        }
      }
    }
    return y;
  }

  private double[] weights(int t, int h) {
    int features = shapes.get("query.kernel").last();
    double[] powers = new double[steps[2]];
    for (int s = 0; s < powers.length; s++) {
      double score = 0;
      for (int f = 0; f < features; f++) {
        score += projected("query", 0, t, h, f) * projected("key", 2, s, h, f);
      }
      boolean counts = masks[0][t] * masks[1][s] * masks[2][s] != 0 && (!causal || s <= t);
      powers[s] = counts ? Math.exp(score / Math.sqrt(features)) : 0;
    }
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(it -> sum == 0 ? 1.0 / powers.length : it / sum).toArray();
  }

  /** Feature f of a step in a head. */
  private double projected(String name, int operand, int step, int h, int f) {
    Shape kernel = shapes.get(name + ".kernel");
    int in = kernel.extent(0);
    int at = h * kernel.last() + f;
    double sum = parameters.get(name + ".bias")[at];
    for (int i = 0; i < in; i++) {
      sum +=
          operands[operand][step * in + i]
              * parameters.get(name + ".kernel")[i * heads * kernel.last() + at];
    }
    return sum;
  }
}
