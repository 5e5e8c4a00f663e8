package org.synapt.processor.conformance;

import static java.util.Map.entry;
import static org.synapt.processor.conformance.Declaration.number;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Arithmetic and activations. */
final class Elementwise {
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  private Elementwise() {}

  static Map<String, Operator> arithmetic() {
    return Map.ofEntries(
        entry("Abs", formula("abs(a)")),
        entry("Add", merge("@Add")),
        entry("Clip", Elementwise::clip),
        entry("Div", formula("a / b")),
        entry("Erf", formula("erf(a)")),
        entry("Exp", activation("EXPONENTIAL")),
        entry("Greater", formula("a > b ? 1 : 0")),
        entry("Identity", activation("LINEAR")),
        entry("Less", formula("a < b ? 1 : 0")),
        entry("Log", formula("log(a)")),
        entry("Max", merge("@Maximum")),
        entry("Mean", merge("@Average")),
        entry("Min", merge("@Minimum")),
        entry("Mul", merge("@Multiply")),
        entry("Neg", formula("-a")),
        entry("Pow", formula("pow(a, b)")),
        entry("Reciprocal", formula("1 / a")),
        entry("Sign", formula("sign(a)")),
        entry("Sqrt", formula("sqrt(a)")),
        entry("Sub", merge("@Subtract")),
        entry("Sum", merge("@Add")),
        entry("Where", formula("a > 0.5 ? b : c")));
  }

  static Map<String, Operator> activations() {
    return Map.ofEntries(
        entry("Celu", Elementwise::celu),
        entry("Dropout", Elementwise::dropout),
        entry("Elu", layer("@ELU(alpha = %s)", "alpha", 1)),
        entry("Gelu", Elementwise::gelu),
        entry("HardSigmoid", Elementwise::hardSigmoid),
        entry("HardSwish", formula("a * clip(a / 6 + 0.5, 0, 1)")),
        entry("LeakyRelu", layer("@LeakyReLU(alpha = %s)", "alpha", 0.01)),
        entry("LogSoftmax", Elementwise::logSoftmax),
        entry("Mish", activation("MISH")),
        entry("PRelu", Elementwise::prelu),
        entry("Relu", activation("RELU")),
        entry("Selu", Elementwise::selu),
        entry("Shrink", Elementwise::shrink),
        entry("Sigmoid", activation("SIGMOID")),
        entry("Softmax", Elementwise::softmax),
        entry("Softplus", activation("SOFTPLUS")),
        entry("Softsign", activation("SOFTSIGN")),
        entry("Swish", Elementwise::swish),
        entry("Tanh", activation("TANH")),
        entry("ThresholdedRelu", layer("@ThresholdedReLU(theta = %s)", "alpha", 1)));
  }

  private static Operator formula(String formula) {
    return (node, it) -> it.put(node.output(), it.formula(formula, rows(node, it)));
  }

  private static Row[] rows(Node node, Declaration it) {
    return node.inputs().stream().map(it::row).toArray(Row[]::new);
  }

  private static Operator activation(String function) {
    return (node, it) -> keep(node, it, "@Activation(" + function + ")");
  }

  private static Operator layer(String layer, String attribute, double otherwise) {
    return (node, it) -> keep(node, it, layer.formatted(number(node.number(attribute, otherwise))));
  }

  /** Writes a layer that keeps the shape of its only operand. */
  private static void keep(Node node, Declaration it, String layer) {
    Row x = it.row(node, 0);
    it.put(node.output(), it.write(x.shape(), layer, x));
  }

  private static Operator merge(String layer) {
    return (node, it) -> {
      Row[] rows = rows(node, it);
      it.put(
          node.output(),
          rows.length == 1
              ? it.formula("a", rows)
              : it.write(Declaration.broadcast(rows), layer, rows));
    };
  }

  /** ONNX takes the largest where the bounds contradict each other. */
  private static void clip(Node node, Declaration it) {
    double least = bound(node, it, "min", 1, Double.NEGATIVE_INFINITY);
    double most = bound(node, it, "max", 2, Double.POSITIVE_INFINITY);
    String formula = "a";
    if (least <= most && Double.isFinite(least) && Double.isFinite(most)) {
      formula = "clip(a, %s, %s)".formatted(number(least), number(most));
    } else {
      formula = least > Double.NEGATIVE_INFINITY ? "max(a, " + number(least) + ")" : formula;
      formula =
          most < Double.POSITIVE_INFINITY ? "min(" + formula + ", " + number(most) + ")" : formula;
    }
    it.put(node.output(), it.formula(formula, it.row(node, 0)));
  }

  private static double bound(
      Node node, Declaration it, String attribute, int input, double otherwise) {
    return it.given(node.input(input))
        .map(array -> array.numbers()[0])
        .orElseGet(() -> node.number(attribute, otherwise));
  }

  private static void celu(Node node, Declaration it) {
    String alpha = number(node.number("alpha", 1));
    String formula = "max(a, 0) + min(%s * expm1(a / %s), 0)".formatted(alpha, alpha);
    it.put(node.output(), it.formula(formula, it.row(node, 0)));
  }

  private static void dropout(Node node, Declaration it) {
    double rate =
        it.given(node.input(1))
            .map(ratio -> ratio.numbers()[0])
            .orElseGet(() -> node.number("ratio", 0.5));
    boolean training = it.given(node.input(2)).filter(flag -> flag.isNumber(1)).isPresent();
    if (node.outputs().size() > 1) {
      throw new OutOfScope("the mask of a dropout");
    } else if (training && rate > 0) {
      throw new OutOfScope("random draws");
    }
    keep(node, it, "@Dropout(rate = %s)".formatted(number(rate)));
  }

  private static void gelu(Node node, Declaration it) {
    if (node.text("approximate", "none").equals("none")) {
      keep(node, it, "@Activation(GELU)");
    } else {
      String formula = "0.5 * a * (1 + tanh(sqrt(2 / pi) * (a + 0.044715 * a ^ 3)))";
      it.put(node.output(), it.formula(formula, it.row(node, 0)));
    }
  }

  private static void hardSigmoid(Node node, Declaration it) {
    String slope = number(node.number("alpha", 0.2));
    String middle = number(node.number("beta", 0.5));
    String formula = "clip(%s * a + %s, 0, 1)".formatted(slope, middle);
    it.put(node.output(), it.formula(formula, it.row(node, 0)));
  }

  private static void selu(Node node, Declaration it) {
    double alpha = node.number("alpha", SELU_ALPHA);
    double scale = node.number("gamma", SELU_SCALE);
    if (alpha == SELU_ALPHA && scale == SELU_SCALE) {
      keep(node, it, "@Activation(SELU)");
    } else {
      String formula = "%s * (a > 0 ? a : %s * expm1(a))".formatted(number(scale), number(alpha));
      it.put(node.output(), it.formula(formula, it.row(node, 0)));
    }
  }

  private static void shrink(Node node, Declaration it) {
    String bound = number(node.number("lambd", 0.5));
    String bias = number(node.number("bias", 0));
    String formula = "a < -%s ? a + %s : (a > %s ? a - %s : 0)".formatted(bound, bias, bound, bias);
    it.put(node.output(), it.formula(formula, it.row(node, 0)));
  }

  private static void swish(Node node, Declaration it) {
    double alpha = node.number("alpha", 1);
    if (alpha == 1) {
      keep(node, it, "@Activation(SWISH)");
    } else {
      it.put(
          node.output(),
          it.formula("a * sigmoid(%s * a)".formatted(number(alpha)), it.row(node, 0)));
    }
  }

  private static void softmax(Node node, Declaration it) {
    keep(node, it, "@Softmax(axis = " + softmaxAxis(node, it) + ")");
  }

  /** Our own goes along the last axis. */
  private static void logSoftmax(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int axis = softmaxAxis(node, it);
    int[] order = new int[x.rank()];
    Arrays.setAll(order, i -> i);
    order[axis] = x.rank() - 1;
    order[x.rank() - 1] = axis;
    Row turned = it.permute(x, order);
    Row logs = it.write(turned.shape(), "@Activation(LOG_SOFTMAX)", turned);
    it.put(node.output(), it.permute(logs, order));
  }

  private static int softmaxAxis(Node node, Declaration it) {
    Row x = it.row(node, 0);
    return it.frame().axis(node.integer("axis", -1), x.rank() + it.frame().leading());
  }

  /** A slope of one axis is that of the channels where it comes from PyTorch. */
  private static void prelu(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Array slope = it.array(node, 1);
    int[] extents = new int[x.rank()];
    Arrays.fill(extents, 1);
    if (slope.rank() == 1 && slope.size() != x.last()) {
      extents[0] = slope.size();
    } else {
      for (int i = 0; i < slope.rank(); i++) {
        extents[x.rank() - slope.rank() + i] = slope.shape()[i];
      }
    }
    int[] shared = IntStream.range(0, x.rank()).filter(i -> extents[i] == 1).toArray();
    Row y = it.write(x.shape(), "@PReLU(sharedAxes = %s)".formatted(Declaration.list(shared)), x);
    it.parameter(y, "alpha", slope.floats());
    it.put(node.output(), y);
  }
}
