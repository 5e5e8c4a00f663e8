package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.list;
import static org.synapt.processor.conformance.Declaration.number;

import java.util.Map;
import java.util.stream.IntStream;

/** Normalizations, by the layers that are one or by what they are made of. */
final class Normalizations {
  private static final String BARE =
      "@LayerNormalization(axis = %s, epsilon = %s, scale = false, center = false)";

  private Normalizations() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "BatchNormalization", Normalizations::batch,
        "GroupNormalization", Normalizations::group,
        "InstanceNormalization", Normalizations::instance,
        "LayerNormalization", Normalizations::layer,
        "LpNormalization", Normalizations::lengths,
        "LRN", Normalizations::local,
        "MeanVarianceNormalization", Normalizations::meanAndVariance,
        "RMSNormalization", Normalizations::rms);
  }

  private static String epsilon(Node node) {
    return number(node.number("epsilon", 1e-5));
  }

  private static void batch(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Row y =
        it.write(
            x.shape(),
            "@BatchNormalization(epsilon = %s, momentum = %s)"
                .formatted(epsilon(node), number(node.number("momentum", 0.9))),
            x);
    it.parameter(y, "gamma", it.array(node, 1).floats());
    it.parameter(y, "beta", it.array(node, 2).floats());
    it.parameter(y, "movingMean", it.array(node, 3).floats());
    it.parameter(y, "movingVariance", it.array(node, 4).floats());
    it.put(node.output(), y);
    if (node.flag("training_mode")) {
      checkTraining(node, it, y);
    }
  }

  /** The statistics of the batch, and where the moving ones go. */
  private static void checkTraining(Node node, Declaration it, Row y) {
    float[] expected = it.frame().floats(it.take(node.output()));
    float[] mean = it.take(node.outputs().get(1)).floats();
    float[] variance = it.take(node.outputs().get(2)).floats();
    it.output(y, "@Output(loss = MEAN_SQUARED_ERROR)");
    it.check(
        running -> {
          running.compare("trained", expected, running.forward(true, 0));
          running.compareParameter(y.name() + ".movingMean", mean);
          running.compareParameter(y.name() + ".movingVariance", variance);
        });
  }

  private static void layer(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] axes = axesFrom(node, it, x);
    Row y =
        it.write(
            x.shape(),
            "@LayerNormalization(axis = %s, epsilon = %s)".formatted(list(axes), epsilon(node)),
            x);
    it.parameter(y, "gamma", it.array(node, 1).floats());
    it.parameter(y, "beta", it.array(node, 2).floats());
    it.put(node.output(), y);
    Row mean = Reductions.mean(it, x, true, axes);
    Row variance = Reductions.mean(it, it.formula("square(a - b)", x, mean), true, axes);
    it.put(node.outputs().get(1), mean);
    it.put(node.outputs().get(2), it.formula("1 / sqrt(a + " + epsilon(node) + ")", variance));
  }

  private static int[] axesFrom(Node node, Declaration it, Row x) {
    int first = it.frame().axis(node.integer("axis", -1), x.rank() + it.frame().leading());
    return IntStream.range(first, x.rank()).toArray();
  }

  /** Each channel of each example for itself. */
  private static void instance(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] positions = IntStream.range(0, x.rank() - 1).toArray();
    Row bare = it.write(x.shape(), BARE.formatted(list(positions), epsilon(node)), x);
    it.put(node.output(), scaled(node, it, bare, x.last()));
  }

  /** Some channels of each example together. */
  private static void group(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int groups = node.integer("num_groups", 1);
    Row lines = it.reshape(x, groups, x.size() / groups);
    Row bare = it.write(lines.shape(), BARE.formatted(list(1), epsilon(node)), lines);
    int channels = x.shape()[0];
    Row y = scaled(node, it, it.reshape(bare, channels, x.size() / channels), channels, 1);
    it.put(node.output(), it.reshape(y, x.shape()));
  }

  private static Row scaled(Node node, Declaration it, Row bare, int... shape) {
    Row scale = it.constant(it.array(node, 1).floats(), shape);
    Row shift = it.constant(it.array(node, 2).floats(), shape);
    return it.formula("a * b + c", bare, scale, shift);
  }

  private static void meanAndVariance(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] axes = node.integers("axes").orElse(new int[] {0, 2, 3});
    it.put(node.output(), it.write(x.shape(), BARE.formatted(list(axes), "1e-12"), x));
  }

  /** By the sum of absolute values, or by the length; what is 0 stays so. */
  private static void lengths(Node node, Declaration it) {
    Row x = it.row(node, 0);
    boolean squares = node.integer("p", 2) == 2;
    int axis = it.frame().axis(node.integer("axis", -1), x.rank());
    Row sum = Reductions.sum(it, it.formula(squares ? "square(a)" : "abs(a)", x), true, axis);
    String length = squares ? "sqrt(b)" : "b";
    it.put(node.output(), it.formula("b == 0 ? 0 : a / " + length, x, sum));
  }

  private static void rms(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Row mean = Reductions.mean(it, it.formula("square(a)", x), true, axesFrom(node, it, x));
    Array scale = it.array(node, 1);
    it.put(
        node.output(),
        it.formula(
            "a / sqrt(b + " + epsilon(node) + ") * c",
            x,
            mean,
            it.constant(scale.floats(), scale.shape())));
  }

  /** Krizhevsky's, by the squares of neighbouring channels. */
  private static void local(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int size = node.integer("size", 1);
    int channels = x.shape()[0];
    Row lines = it.reshape(it.formula("square(a)", x), channels, x.size() / channels);
    Row wider = Margins.pad(it, lines, 0, (size - 1) / 2, size / 2);
    Row means =
        it.write(
            lines.shape(), "@AveragePooling1D(poolSize = %s, strides = 1)".formatted(size), wider);
    String formula =
        "a / (%s + %s * b) ^ %s"
            .formatted(
                number(node.number("bias", 1)),
                number(node.number("alpha", 1e-4)),
                number(node.number("beta", 0.75)));
    it.put(node.output(), it.formula(formula, x, it.reshape(means, x.shape())));
  }
}
