package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.processor.formula.RandomExpressions.Agreement;

/** Prints random expressions and their derivatives as Java, compiles that, runs it. */
final class JavaTextCompilationTest {
  private static final int EXPRESSIONS = 600;

  private static final String FUNCTIONS =
      """
      static float sign(float x) { return Math.signum(x); }
      static float step(float x) { return x > 0f ? 1f : 0f; }
      static float relu(float x) { return Math.max(x, 0f); }
      static float exp(float x) { return (float) Math.exp(x); }
      static float log(float x) { return (float) Math.log(x); }
      static float log1p(float x) { return (float) Math.log1p(x); }
      static float expm1(float x) { return (float) Math.expm1(x); }
      static float sin(float x) { return (float) Math.sin(x); }
      static float cos(float x) { return (float) Math.cos(x); }
      static float tanh(float x) { return (float) Math.tanh(x); }
      static float pow(float a, float b) { return (float) Math.pow(a, b); }
      static float sigmoid(float x) { return (float) (1 / (1 + Math.exp(-x))); }
      static float softplus(float x) {
        return (float) (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
      }
      static float erf(float x) {
        return (float) org.synapt.processor.formula.Function.ERF.apply(x);
      }
      """;

  @TempDir Path folder;

  @Test
  void computesWhatTheExpressionSays() throws Exception {
    RandomExpressions random = new RandomExpressions(17);
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < EXPRESSIONS; i++) {
      Expression expression = random.next(4);
      expressions.add(i % 2 == 0 ? expression : Derivative.of(expression, "x"));
    }
    Class<?> compiled = compile(expressions);
    int evident = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      Expression expression = expressions.get(i);
      Method method = compiled.getDeclaredMethod("f" + i, float[].class, float[].class, int.class);
      method.setAccessible(true);
      Agreement agreement =
          random.compare(
              point -> Evaluation.of(expression, point), point -> run(method, point), 1e-3);
      assertWithMessage("%s: %s", expression, agreement).that(agreement.isRefuted()).isFalse();
      evident += agreement.isEvident() ? 1 : 0;
    }
    assertThat(evident).isGreaterThan(EXPRESSIONS / 2);
  }

  private static double run(Method method, Map<String, Double> point) {
    float[] x = {0, point.get("x").floatValue()};
    float[] y = {0, point.get("y").floatValue()};
    try {
      return (float) method.invoke(null, x, y, 1);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the printed method cannot be called", e);
    }
  }

  private Class<?> compile(List<Expression> expressions) throws Exception {
    StringBuilder source = new StringBuilder("final class Printed {\n").append(FUNCTIONS);
    for (int i = 0; i < expressions.size(); i++) {
      source.append(method("f" + i, expressions.get(i)));
    }
    Path file = Files.writeString(folder.resolve("Printed.java"), source.append("}\n"));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:all,-path",
                "-Werror",
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
    assertThat(result).isEqualTo(0);
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      return loader.loadClass("Printed");
    }
  }

  private static String method(String name, Expression expression) {
    JavaText java =
        JavaText.statements(
            List.of(expression),
            Set.of("j"),
            variable -> variable + "[j]",
            UnaryOperator.identity());
    return "static float "
        + name
        + "(float[] x, float[] y, int j) {\n"
        + String.join("\n", java.locals())
        + "\nreturn "
        + java.result()
        + ";\n}\n";
  }
}
