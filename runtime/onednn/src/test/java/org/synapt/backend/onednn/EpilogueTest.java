package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;

/** Formulas that oneDNN computes behind a product. */
final class EpilogueTest {
  /** Where Java's functions and oneDNN's leave float32, both may do so in ways of their own. */
  private static final float[] ENDS = {100, -100, 1e4f, -1e4f, 1e30f, 0, 1e-30f, -1e-30f};

  /** A formula and what it is in double precision. */
  private record Known(Formula formula, DoubleUnaryOperator exactly) {
    @Override
    public String toString() {
      return formula.toString();
    }
  }

  static Stream<Known> known() {
    return Stream.of(
        new Known(Epilogues.RELU, x -> Math.max(x, 0)),
        new Known(Epilogues.SIGMOID, x -> 1 / (1 + Math.exp(-x))),
        new Known(Epilogues.TANH, Math::tanh),
        new Known(Epilogues.SWISH, x -> x / (1 + Math.exp(-x))),
        new Known(Epilogues.GELU, x -> 0.5 * x * (1 + Functions.erf((float) (x * Math.sqrt(0.5))))),
        new Known(Epilogues.LEAKY_RELU, x -> x > 0 ? x : 0.2 * x),
        new Known(Epilogues.ELU, x -> x > 0 ? x : Math.expm1(x)),
        new Known(Epilogues.ELU_OF_ALPHA, x -> x > 0 ? x : 0.5 * Math.expm1(x)),
        new Known(
            Epilogues.SELU,
            x -> x > 0 ? 1.0507009873554805 * x : 1.7580993408473766 * Math.expm1(x)));
  }

  @ParameterizedTest
  @MethodSource("known")
  void isTheSameFunction(Known known) {
    float[] x = new float[2_000 + ENDS.length];
    System.arraycopy(ENDS, 0, x, 0, ENDS.length);
    Random random = new Random(7);
    for (int i = ENDS.length; i < x.length; i++) {
      x[i] = (float) (random.nextGaussian() * Math.pow(10, i % 4 - 1));
    }
    float[] y = Epilogues.apply(Epilogue.of(known.formula).orElseThrow(), x);
    for (int i = 0; i < x.length; i++) {
      double expected = known.exactly.applyAsDouble(x[i]);
      assertWithMessage("%s at %s", known, x[i])
          .that((double) y[i])
          .isWithin(1e-6 * Math.max(1, Math.abs(expected)))
          .of(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("known")
  void keepsNaN(Known known) {
    float[] y = Epilogues.apply(Epilogue.of(known.formula).orElseThrow(), Float.NaN, 1);
    assertThat(y[0]).isNaN();
    assertThat(y[1]).isFinite();
  }

  @Test
  void reluGivesZeroWithoutASign() {
    float[] x = {-1e30f, -3, -1e-30f, 0, 1e-30f, 3, 1e30f, Float.POSITIVE_INFINITY};
    float[] y = Epilogues.apply(Epilogue.of(Epilogues.RELU).orElseThrow(), x);
    assertThat(y)
        .usingExactEquality()
        .containsExactly(0, 0, 0, 0, 1e-30f, 3, 1e30f, Float.POSITIVE_INFINITY)
        .inOrder();
  }

  @Test
  void sigmoidIsNeverZero() {
    float[] y = Epilogues.apply(Epilogue.of(Epilogues.SIGMOID).orElseThrow(), -44, -1e3f, -1e30f);
    for (float value : y) {
      assertThat(value).isGreaterThan(1e-19f);
      assertThat(value).isLessThan(3e-19f);
    }
  }

  @Test
  void readsABiasOfAnyName() {
    assertThat(of("relu(x + b)", 1)).isEqualTo(of("relu(b + höhe1)", 1));
    assertThat(of("relu(x + b)", 1).bias()).isTrue();
    assertThat(of("relu(x + b)", 1).steps()).isEqualTo(of("relu(x)", 0).steps());
    assertThat(of("x", 0)).isEqualTo(Epilogue.NONE);
    assertThat(of("x + b", 1)).isEqualTo(new Epilogue(true, List.of()));
  }

  @Test
  void readsNumbers() {
    assertThat(of("x + b > 0 ? x + b : 1e-4 * (x + b)", 1).steps().get(0).alpha()).isEqualTo(1e-4);
    assertThat(of("a > 0 ? a : 0.3 * expm1(a)", 0).steps().get(0).alpha()).isEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relu(x) + b",
        "relu(x - b)",
        "2 * x + b",
        "x * sigmoid(b)",
        "clip(x + b, 0, 6)",
        "softplus(x + b)",
        "x + b > 0 ? x + b : 0 * (x + b)",
        "x + b > 0 ? x : 0.2 * (x + b)",
        "relu(x)",
        "relu(x + b) + c"
      })
  void leavesOthersToJava(String text) {
    assertThat(Epilogue.of(Epilogues.formula(text, 1))).isEmpty();
  }

  @Test
  void leavesFormulasOfManyValuesToJava() {
    Formula sum =
        new Formula("x + b", 2, "x", "b") {
          @Override
          public void apply(int n, float[] y, float[][] x) {}
        };
    assertThat(Epilogue.of(sum)).isEmpty();
  }

  private static Epilogue of(String text, int vectors) {
    return Epilogue.of(Epilogues.formula(text, vectors)).orElseThrow();
  }
}
