package org.synapt.processor.layer;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.shape.Shape;

/**
 * What each constant of {@code ActivationFunction} computes.
 *
 * <p>A formula of {@code x} and, where the derivative can be said with the result {@code y} alone,
 * that too, so that {@code x} need not be kept for the way back.
 */
public final class Activations {
  private static final Map<String, Elementwise> FORMULAS =
      Map.ofEntries(
          entry("RELU", through("relu(x)", "step(y)")),
          entry("RELU6", through("clip(x, 0, 6)", "y > 0 && y < 6 ? 1 : 0")),
          entry("SIGMOID", through("sigmoid(x)", "y * (1 - y)")),
          entry("HARD_SIGMOID", through("clip(x / 6 + 0.5, 0, 1)", "y > 0 && y < 1 ? 1 / 6 : 0")),
          entry("TANH", through("tanh(x)", "1 - square(y)")),
          entry("SOFTSIGN", through("x / (1 + abs(x))", "square(1 - abs(y))")),
          entry("SOFTPLUS", through("softplus(x)", "-expm1(-y)")),
          entry("EXPONENTIAL", through("exp(x)", "y")),
          entry("ELU", elu(1)),
          entry("SELU", selu(1.0507009873554805, 1.6732632423543772)),
          entry("LEAKY_RELU", leakyRelu(0.2)),
          entry("SWISH", of("x * sigmoid(x)")),
          entry("GELU", of("0.5 * x * (1 + erf(0.7071067811865476 * x))")),
          entry("MISH", of("x * tanh(softplus(x))")));

  private static final Map<String, Softmax> ALONG_LAST_AXIS =
      Map.of("SOFTMAX", Softmax.SOFTMAX, "LOG_SOFTMAX", Softmax.LOG_SOFTMAX);

  private Activations() {}

  /** {@code x} above 0, else {@code alpha · (exp(x) − 1)}, for an alpha of at least 0. */
  static Elementwise elu(double alpha) {
    String below = alpha == 1 ? "expm1(x)" : alpha + " * expm1(x)";
    return through("x > 0 ? x : " + below, "y > 0 ? 1 : y + " + alpha);
  }

  /** {@code x} above 0, else {@code slope · x}, for a slope of at least 0. */
  static Elementwise leakyRelu(double slope) {
    return through("x > 0 ? x : " + slope + " * x", "y > 0 ? 1 : " + slope);
  }

  /** {@code x} above theta, else 0, for a theta of at least 0. */
  static Elementwise thresholdedRelu(double theta) {
    return theta == 0
        ? through("relu(x)", "step(y)")
        : through("x > " + theta + " ? x : 0", "step(y)");
  }

  private static Elementwise selu(double scale, double alpha) {
    double limit = scale * alpha;
    return through(
        "x > 0 ? " + scale + " * x : " + limit + " * expm1(x)",
        "y > 0 ? " + scale + " : y + " + limit);
  }

  private static Elementwise of(String formula) {
    return Elementwise.of(formula, "x");
  }

  private static Elementwise through(String formula, String derivative) {
    return of(formula).withDerivative(derivative);
  }

  /** All that work element by element. */
  static Map<String, Elementwise> formulas() {
    return FORMULAS;
  }

  /**
   * Whether an activation can be applied to a value.
   *
   * @param mention the layer
   * @param attribute the attribute that names the activation
   * @param row whose value it is
   * @param shape the shape of the value
   */
  static boolean check(
      Mention mention, String attribute, String row, Shape shape, Problems problems) {
    return !ALONG_LAST_AXIS.containsKey(mention.constant(attribute))
        || checkSum(mention, attribute, row, shape, shape.rank() - 1, problems);
  }

  /** Whether the elements along an axis can be made to sum to 1. */
  static boolean checkSum(
      Mention mention, String attribute, String row, Shape shape, int axis, Problems problems) {
    if (shape.rank() == 0) {
      problems.add(
          Code.MissingAxis,
          mention.origin(attribute),
          "softmax works along an axis, but %s [] has none".formatted(row),
          "reshape it first");
      return false;
    } else if (shape.extent(axis) == 1) {
      problems.add(
          Code.SoftmaxOverOne,
          mention.origin(attribute),
          "softmax over one value is always 1, and %s is %s".formatted(row, shape),
          "use SIGMOID for one of two classes, or one unit for each class");
      return false;
    }
    return true;
  }

  /** For a summary: {@code , relu}; nothing for {@code LINEAR}. */
  static String describe(Mention mention, String attribute) {
    String activation = mention.constant(attribute);
    return activation.equals("LINEAR") ? "" : ", " + activation.toLowerCase(Locale.ROOT);
  }

  /** Writes the equation of an activation; none for {@code LINEAR}. */
  static Value lower(String activation, Value x, Lowering lowering) {
    return op(activation)
        .map(op -> lowering.emit(activation.toLowerCase(Locale.ROOT), op, x))
        .orElse(x);
  }

  private static Optional<Op> op(String activation) {
    return Optional.<Op>ofNullable(FORMULAS.get(activation))
        .or(() -> Optional.ofNullable(ALONG_LAST_AXIS.get(activation)));
  }

  /** Whether an equation is a sigmoid, from an activation or from a formula. */
  static boolean isSigmoid(Equation equation) {
    return equation.op() instanceof Elementwise formula
        && formula.variables().size() == 1
        && formula
            .expression()
            .with(formula.variables().get(0), new Expression.Variable("x"))
            .equals(of("sigmoid(x)").expression());
  }
}
