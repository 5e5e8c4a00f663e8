package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_data_type_undef;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_elu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_gelu_erf;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_hardswish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_swish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_eltwise;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_sum;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_post_ops;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.synapt.kernel.Formula;

/**
 * A formula behind a product that oneDNN computes while it writes the product.
 *
 * <p>Known are formulas {@code f(x)} and {@code f(x + b)} of a product x and a bias b, by their
 * texts, where oneDNN has the same function: NaN stays NaN, and what is never 0 in Java is never 0
 * here. That rules out its clip, hard sigmoid (both lose NaN), softplus and mish (both are 0 below
 * −15).
 *
 * @param bias whether a vector is added to each row first
 * @param steps what is applied then, one after another
 */
record Epilogue(boolean bias, List<Step> steps) {
  /** Nothing behind the product. */
  static final Epilogue NONE = new Epilogue(false, List.of());

  /** A row added to each row. */
  static final Epilogue BIAS = new Epilogue(true, List.of());

  /**
   * What {@code hardswish}, {@code x · min(max(alpha · x + beta, 0), 1)}, needs to be relu. Unlike
   * oneDNN's own relu, which is 0 there, it gives NaN for NaN; and −0 below 0, hence {@link #PLUS}.
   */
  private static final Step RELU = new Step(dnnl_eltwise_hardswish, 3e38, 0);

  /** Makes 0 of −0. */
  private static final Step PLUS = new Step(dnnl_eltwise_linear, 1, 0);

  private static final Step SIGMOID = new Step(dnnl_eltwise_logistic, 0, 0);

  /** Where Java's sigmoid ends, and oneDNN's goes on to 0, whose logarithm ends a training. */
  private static final Step LEAST_SIGMOID = new Step(dnnl_eltwise_linear, 1, 1.1608e-19);

  /** Above 0: a slope of 0 would be oneDNN's relu again. */
  private static final String NUMBER = "((?=[\\d.]*[1-9])\\d[\\d.]*(?:e-?\\d+)?)";

  private static final Pattern VARIABLE =
      Pattern.compile("\\b[\\p{L}_$][\\w$]*+(?!\\()", Pattern.UNICODE_CHARACTER_CLASS);

  private static final List<Rule> RULES =
      List.of(
          rule("x", "x + b", n -> List.of()),
          rule("relu(x)", "relu(x + b)", n -> List.of(RELU, PLUS)),
          rule("sigmoid(x)", "sigmoid(x + b)", n -> List.of(SIGMOID, LEAST_SIGMOID)),
          rule("tanh(x)", "tanh(x + b)", n -> List.of(new Step(dnnl_eltwise_tanh, 0, 0))),
          rule(
              "x * sigmoid(x)",
              "(x + b) * sigmoid(x + b)",
              n -> List.of(new Step(dnnl_eltwise_swish, 1, 0))),
          rule(
              "0.5 * x * (1 + erf(0.7071067811865476 * x))",
              "0.5 * (x + b) * (1 + erf(0.7071067811865476 * (x + b)))",
              n -> List.of(new Step(dnnl_eltwise_gelu_erf, 0, 0))),
          rule(
              "x > 0 ? x : # * x",
              "x + b > 0 ? x + b : # * (x + b)",
              n -> List.of(new Step(dnnl_eltwise_relu, number(n, 1), 0))),
          rule(
              "x > 0 ? x : expm1(x)",
              "x + b > 0 ? x + b : expm1(x + b)",
              n -> List.of(new Step(dnnl_eltwise_elu, 1, 0))),
          rule(
              "x > 0 ? x : # * expm1(x)",
              "x + b > 0 ? x + b : # * expm1(x + b)",
              n -> List.of(new Step(dnnl_eltwise_elu, number(n, 1), 0))),
          rule(
              "x > 0 ? # * x : # * expm1(x)",
              "x + b > 0 ? # * (x + b) : # * expm1(x + b)",
              n ->
                  List.of(
                      new Step(dnnl_eltwise_elu, number(n, 2) / number(n, 1), 0),
                      new Step(dnnl_eltwise_linear, number(n, 1), 0))));

  /** What stands behind the product, if oneDNN can compute it. */
  static Optional<Epilogue> of(Formula formula) {
    int operands = formula.values() + formula.vectors();
    if (formula.values() != 1 || operands > 2) {
      return Optional.empty();
    }
    boolean bias = operands == 2;
    return rename(formula.toString(), bias ? List.of("x", "b") : List.of("x"))
        .flatMap(
            text -> RULES.stream().flatMap(rule -> rule.steps(text, bias).stream()).findFirst())
        .map(steps -> new Epilogue(bias, steps));
  }

  /**
   * The text with other names for its variables, in the order in which they first occur: x + b is b
   * + x. Empty if it has not that many.
   */
  private static Optional<String> rename(String text, List<String> names) {
    List<String> found =
        VARIABLE.matcher(text).results().map(MatchResult::group).distinct().toList();
    return found.size() == names.size()
        ? Optional.of(
            VARIABLE.matcher(text).replaceAll(hit -> names.get(found.indexOf(hit.group()))))
        : Optional.empty();
  }

  /**
   * Has a primitive compute the steps; the bias is an operand of its own.
   *
   * @param attributes of the primitive
   * @param add whether what stands where the result is written is added before the steps
   */
  void addTo(dnnl_primitive_attr attributes, boolean add) {
    if (steps.isEmpty() && !add) {
      return;
    }
    dnnl_post_ops operations = new dnnl_post_ops();
    Status.check(dnnl_post_ops_create(operations), "make post-operations");
    try {
      if (add) {
        Status.check(
            dnnl_post_ops_append_sum(operations, 1, 0, dnnl_data_type_undef),
            "append a post-operation");
      }
      steps.forEach(step -> step.appendTo(operations));
      Status.check(dnnl_primitive_attr_set_post_ops(attributes, operations), "set post-operations");
    } finally {
      dnnl_post_ops_destroy(operations);
    }
  }

  private static Rule rule(String plain, String biased, Reading reading) {
    return new Rule(pattern(plain), pattern(biased), reading);
  }

  private static Pattern pattern(String text) {
    String[] parts = text.split("#", -1);
    return Pattern.compile(String.join(NUMBER, Arrays.stream(parts).map(Pattern::quote).toList()));
  }

  private static double number(MatchResult match, int i) {
    return Double.parseDouble(match.group(i));
  }

  /**
   * An elementwise function of oneDNN.
   *
   * @param function its number, such as {@code dnnl_eltwise_tanh}
   * @param alpha its first parameter
   * @param beta its second parameter
   */
  record Step(int function, double alpha, double beta) {
    void appendTo(dnnl_post_ops operations) {
      Status.check(
          dnnl_post_ops_append_eltwise(operations, function, (float) alpha, (float) beta),
          "append a post-operation");
    }
  }

  /** Makes steps of a text and the numbers in it. */
  private interface Reading {
    List<Step> steps(MatchResult match);
  }

  /** A text without and with a bias, and its meaning. */
  private record Rule(Pattern plain, Pattern biased, Reading reading) {
    Optional<List<Step>> steps(String text, boolean bias) {
      Matcher matcher = (bias ? biased : plain).matcher(text);
      return matcher.matches() ? Optional.of(reading.steps(matcher)) : Optional.empty();
    }
  }
}
