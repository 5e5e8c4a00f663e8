package org.synapt.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;

/**
 * Formulas that together have everything a formula's text can have, each as a loop of what the
 * compiler writes for the text.
 *
 * <p>x and y are values, v and w vectors.
 */
final class LanguageFormulas {
  /** A float for some floats. */
  interface Computation {
    float of(float[] x);
  }

  private static final Map<String, Computation> UNARY = new LinkedHashMap<>();
  private static final Map<String, Computation> BINARY = new LinkedHashMap<>();

  /** What stands left and right of an operation. */
  private static final String[][] SIDES = {
    {"x", "y"},
    {"x", "v"},
    {"v", "x"},
    {"v", "w"},
    {"x", "x"},
    {"x", "0.75"},
    {"0.75", "x"},
    {"v", "-1"},
    {"2", "v"}
  };

  static {
    UNARY.put("-x", x -> -x[0]);
    UNARY.put("abs(x)", x -> Math.abs(x[0]));
    UNARY.put("sign(x)", x -> Functions.sign(x[0]));
    UNARY.put("step(x)", x -> Functions.step(x[0]));
    UNARY.put("relu(x)", x -> Functions.relu(x[0]));
    UNARY.put("exp(x)", x -> Functions.exp(x[0]));
    UNARY.put("expm1(x)", x -> Functions.expm1(x[0]));
    UNARY.put("log(x)", x -> Functions.log(x[0]));
    UNARY.put("log1p(x)", x -> Functions.log1p(x[0]));
    UNARY.put("sqrt(x)", x -> (float) Math.sqrt(x[0]));
    UNARY.put("square(x)", x -> x[0] * x[0]);
    UNARY.put("x ^ 2", x -> x[0] * x[0]);
    UNARY.put("x ^ 3", x -> x[0] * x[0] * x[0]);
    UNARY.put("sin(x)", x -> Functions.sin(x[0]));
    UNARY.put("cos(x)", x -> Functions.cos(x[0]));
    UNARY.put("tanh(x)", x -> Functions.tanh(x[0]));
    UNARY.put("sigmoid(x)", x -> Functions.sigmoid(x[0]));
    UNARY.put("softplus(x)", x -> Functions.softplus(x[0]));
    UNARY.put("erf(x)", x -> Functions.erf(x[0]));
    UNARY.put("clip(x, -0.5, 1.5)", x -> Math.min(Math.max(x[0], -0.5f), 1.5f));
    UNARY.put("clip(x, 1.5, -0.5)", x -> Math.min(Math.max(x[0], 1.5f), -0.5f));
    BINARY.put("%s + %s", x -> x[0] + x[1]);
    BINARY.put("%s - %s", x -> x[0] - x[1]);
    BINARY.put("%s * %s", x -> x[0] * x[1]);
    BINARY.put("%s / %s", x -> x[0] / x[1]);
    BINARY.put("pow(%s, %s)", x -> Functions.pow(x[0], x[1]));
    BINARY.put("max(%s, %s)", x -> Math.max(x[0], x[1]));
    BINARY.put("min(%s, %s)", x -> Math.min(x[0], x[1]));
    BINARY.put("%s < %s ? 1 : 2", x -> x[0] < x[1] ? 1 : 2);
    BINARY.put("%s <= %s ? 1 : 2", x -> x[0] <= x[1] ? 1 : 2);
    BINARY.put("%s > %s ? 1 : 2", x -> x[0] > x[1] ? 1 : 2);
    BINARY.put("%s >= %s ? 1 : 2", x -> x[0] >= x[1] ? 1 : 2);
    BINARY.put("%s == %s ? 1 : 2", x -> x[0] == x[1] ? 1 : 2);
    BINARY.put("%s != %s ? 1 : 2", x -> x[0] != x[1] ? 1 : 2);
  }

  private LanguageFormulas() {}

  /** One operation on x. */
  static List<Formula> unary() {
    List<Formula> formulas = new ArrayList<>();
    UNARY.forEach((text, computation) -> formulas.add(formula(text, computation, "x")));
    return formulas;
  }

  /** One operation between values, vectors and numbers, in either order. */
  static List<Formula> binary() {
    List<Formula> formulas = new ArrayList<>();
    BINARY.forEach(
        (text, computation) -> {
          for (String[] sides : SIDES) {
            String whole = String.format(Locale.ROOT, text, sides[0], sides[1]);
            formulas.add(formula(whole, computation, sides));
          }
        });
    return formulas;
  }

  /** Conditions joined and inside one another, with infinities and NaN where they do not hold. */
  static List<Formula> conditional() {
    return Arrays.asList(
        formula("x != 0 ? 1 / x : y", x -> x[0] != 0 ? 1 / x[0] : x[1], "x", "y"),
        formula("x == 0 ? 1 / x : 2", x -> x[0] == 0 ? 1 / x[0] : 2, "x"),
        formula("x > 0 ? log(x) : v", x -> x[0] > 0 ? Functions.log(x[0]) : x[1], "x", "v"),
        formula("x > 0 ? v : log(x)", x -> x[0] > 0 ? x[1] : Functions.log(x[0]), "x", "v"),
        formula("v > w ? v : w", x -> x[0] > x[1] ? x[0] : x[1], "v", "w"),
        formula("v > 0 ? x : y", x -> x[0] > 0 ? x[1] : x[2], "v", "x", "y"),
        formula(
            "x < 0 ? -x : y > v ? y / v : 1",
            x -> x[0] < 0 ? -x[0] : x[1] > x[2] ? x[1] / x[2] : 1,
            "x",
            "y",
            "v"),
        formula(
            "x > v && y != 0.5 || x <= -1 ? x / y : v - 2",
            x -> x[0] > x[2] && x[1] != 0.5f || x[0] <= -1 ? x[0] / x[1] : x[2] - 2,
            "x",
            "y",
            "v"),
        formula(
            "(x > v || y == 0) && w >= x ? (x < y ? x : y) * 2 : v",
            x ->
                (x[0] > x[2] || x[1] == 0) && x[3] >= x[0] ? (x[0] < x[1] ? x[0] : x[1]) * 2 : x[2],
            "x",
            "y",
            "v",
            "w"),
        formula("1 < 2 ? x : 1 / 0", x -> x[0], "x"));
  }

  /** Several operations, as layers and losses have them. */
  static List<Formula> composed() {
    return Arrays.asList(
        formula("x", x -> x[0], "x"),
        formula("v", x -> x[0], "v"),
        formula("0.5", x -> 0.5f, "x"),
        formula("exp(v)", x -> Functions.exp(x[0]), "v"),
        formula("x * sigmoid(v)", x -> x[0] * Functions.sigmoid(x[1]), "x", "v"),
        formula("relu(x + v)", x -> Functions.relu(x[0] + x[1]), "x", "v"),
        formula("tanh(x + y)", x -> Functions.tanh(x[0] + x[1]), "x", "y"),
        formula("x * step(y)", x -> x[0] * Functions.step(x[1]), "x", "y"),
        formula("x * (1 - square(y))", x -> x[0] * (1 - x[1] * x[1]), "x", "y"),
        formula(
            "y * (x - v) - x * (v - y)",
            x -> x[1] * (x[0] - x[2]) - x[0] * (x[2] - x[1]),
            "x",
            "y",
            "v"),
        formula("(x - v) * w + v", x -> (x[0] - x[1]) * x[2] + x[1], "x", "v", "w"),
        formula("softplus(x) - x * y", x -> Functions.softplus(x[0]) - x[0] * x[1], "x", "y"),
        formula(
            "v / sqrt(square(w) + 0.001)",
            x -> x[0] / (float) Math.sqrt(x[1] * x[1] + 0.001f),
            "v",
            "w"),
        formula("x * tanh(softplus(x))", x -> x[0] * Functions.tanh(Functions.softplus(x[0])), "x"),
        formula(
            "x * (sigmoid(y) + y * sigmoid(y) * (1 - sigmoid(y)))",
            x -> {
              float sigmoid = Functions.sigmoid(x[1]);
              return x[0] * (sigmoid + x[1] * sigmoid * (1 - sigmoid));
            },
            "x",
            "y"),
        formula(
            "x * (abs(y - v) <= 0.5 ? y - v : 0.5 * sign(y - v))",
            x -> {
              float difference = x[1] - x[2];
              return x[0]
                  * (Math.abs(difference) <= 0.5f ? difference : 0.5f * Functions.sign(difference));
            },
            "x",
            "y",
            "v"));
  }

  /** A loop over what the names stand for: values before vectors, and numbers. */
  static Formula formula(String text, Computation computation, String... names) {
    List<String> values = named(names, "xy");
    List<String> operands = new ArrayList<>(values);
    operands.addAll(named(names, "vw"));
    int[] places = Arrays.stream(names).mapToInt(operands::indexOf).toArray();
    float[] given = new float[names.length];
    for (int k = 0; k < names.length; k++) {
      given[k] = places[k] < 0 ? Float.parseFloat(names[k]) : 0;
    }
    return new Formula(text, values.size(), operands.toArray(new String[0])) {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        float[] now = given.clone();
        for (int j = 0; j < n; j++) {
          for (int k = 0; k < places.length; k++) {
            now[k] = places[k] < 0 ? now[k] : x[places[k]][j];
          }
          y[j] = computation.of(now);
        }
      }
    };
  }

  private static List<String> named(String[] names, String kind) {
    return Arrays.stream(names).filter(kind::contains).distinct().toList();
  }
}
