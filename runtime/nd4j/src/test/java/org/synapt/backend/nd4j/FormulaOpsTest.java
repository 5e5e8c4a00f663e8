package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.kernel.Formula;

/** What formulas become, and where it is kept between: y is the result, m and v are scratch. */
final class FormulaOpsTest {
  private static final OpScratch SCRATCH =
      new OpScratch(new Engine(false, new Workers(1), new JavaBackend(new Workers(1))));

  private static String ops(String text) {
    Formula formula =
        new Formula(text, 2, "a", "b", "c") {
          @Override
          public void apply(int n, float[] y, float[][] x) {
            throw new AssertionError("only its text is read");
          }
        };
    return FormulaOps.of(formula, SCRATCH).steps().stream()
        .map(FormulaOpsTest::text)
        .collect(joining(" "));
  }

  private static String text(OpStep step) {
    return text(step.target())
        + "="
        + step.op().name().toLowerCase(Locale.ROOT)
        + step.sources().stream().map(FormulaOpsTest::text).collect(joining(",", "(", ")"));
  }

  private static String text(Place place) {
    return switch (place.kind()) {
      case OPERAND -> "abc".substring(place.index(), place.index() + 1);
      case CONSTANT -> "k" + place.index();
      case SCRATCH ->
          "svm".substring(place.level().ordinal()).charAt(0) + String.valueOf(place.index());
      case RESULT -> "y";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a                          | y=assign(y,a)",
        "c                          | y=assign(y,c)",
        "2                          | y=assign(y,k0)",
        "relu(a + c)                | y=add(a,c) y=relu(y)",
        "a * (1 - square(b))        | m0=square(b) m0=subtract(k0,m0) y=multiply(a,m0)",
        "a * b * (1 - b)            | m0=multiply(a,b) y=subtract(k0,b) y=multiply(m0,y)",
        "a / sqrt(c + 0.5)          | v0=add(c,k0) v0=sqrt(v0) y=divide(a,v0)",
        "exp(c)                     | v0=clip(c) v0=exp(v0) y=assign(y,v0)",
        "sigmoid(a) * sigmoid(a)    | y=clip(a) y=sigmoid(y) y=multiply(y,y)",
        "sin(a) * cos(a) - b        | m0=sin(a) m1=cos(a) m0=multiply(m0,m1) y=subtract(m0,b)",
        "abs(a) * (sin(a) - cos(a)) | m0=abs(a) m1=sin(a) y=cos(a) y=subtract(m1,y) y=multiply(m0,y)",
      })
  void writesFewPlaces(String text, String ops) {
    assertThat(ops(text)).isEqualTo(ops);
  }
}
