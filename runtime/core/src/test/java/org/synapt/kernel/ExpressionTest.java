package org.synapt.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.kernel.Expression.Call;
import org.synapt.kernel.Expression.Function;

final class ExpressionTest {

  /** A formula of two values and a vector whose name is that of a constant. */
  private static Formula formula(String text) {
    return new Formula(text, 2, "x", "höhe_2", "e") {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        throw new AssertionError("only its text is read");
      }
    };
  }

  private static String read(String text) {
    return Expression.of(formula(text)).toString();
  }

  private static String whatIsWrongWith(String text) {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> Expression.of(formula(text)));
    assertThat(failure).hasMessageThat().contains(text);
    return failure.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + höhe_2 * e                 | add($0, multiply($1, $2))",
        "x - höhe_2 - e                 | subtract(subtract($0, $1), $2)",
        "x - (höhe_2 - e)               | subtract($0, subtract($1, $2))",
        "x / e * 2                      | multiply(divide($0, $2), 2.0)",
        "-x * e                         | multiply(negative($0), $2)",
        "-x ^ 2                         | negative(pow($0, 2.0))",
        "-2 ^ x                         | negative(pow(2.0, $0))",
        "(-2) ^ x                       | pow(-2.0, $0)",
        "x ^ e ^ 2                      | pow($0, pow($2, 2.0))",
        "x ^ -e * 3                     | multiply(pow($0, negative($2)), 3.0)",
        "-(-x)                          | negative(negative($0))",
        "2 * +x                         | multiply(2.0, $0)",
        "pow(x, e)                      | pow($0, $2)",
        "clip(x, -1, sqrt(e))           | clip($0, -1.0, sqrt($2))",
        "x > 0 ? x : e < 0 ? 1 : -1     | where(greater($0, 0.0), $0, where(less($2, 0.0), 1.0, -1.0))",
        "x > 0 ? e < 0 ? 1 : 2 : 3      | where(greater($0, 0.0), where(less($2, 0.0), 1.0, 2.0), 3.0)",
        "(x > 0 ? 1 : 2) + e            | add(where(greater($0, 0.0), 1.0, 2.0), $2)",
        "1 + x <= e && x != 0 ? 1 : 2   | where(logical_and(less_equal(add(1.0, $0), $2), not_equal($0, 0.0)), 1.0, 2.0)",
        "(x == 1) ? x : e               | where(equal($0, 1.0), $0, $2)",
      })
  void groupsAsTheCompilerDoes(String text, String tree) {
    assertThat(read(text)).isEqualTo(tree);
  }

  @Test
  void bindsAndMoreTightlyThanOr() {
    assertThat(read("x < 1 || x > 2 && x >= 3 || e != 0 ? 1 : 0"))
        .isEqualTo(
            "where(logical_or(logical_or(less($0, 1.0), logical_and(greater($0, 2.0),"
                + " greater_equal($0, 3.0))), not_equal($2, 0.0)), 1.0, 0.0)");
    assertThat(read("(x < 1 || x > 2) && x >= 3 ? 1 : 0"))
        .isEqualTo(
            "where(logical_and(logical_or(less($0, 1.0), greater($0, 2.0)),"
                + " greater_equal($0, 3.0)), 1.0, 0.0)");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    ".5, 0.5",
    "2., 2.0",
    "1e-6, 1.0E-6",
    "1.5E+3, 1500.0",
    "1_000, 1000.0",
    "0.1111111111111111, 0.11111111",
    "-0, 0.0",
    "-3.5, -3.5",
    "3.4e38, 3.4E38",
    "pi, 3.1415927",
  })
  void readsNumbersAsTheNearestFloat(String text, String number) {
    assertThat(read(text)).isEqualTo(number);
  }

  @Test
  void takesAnOperandsNameForTheOperand() {
    Formula ofX =
        new Formula("x + e", 1, "x") {
          @Override
          public void apply(int n, float[] y, float[][] x) {
            throw new AssertionError("only its text is read");
          }
        };

    assertThat(read("x + e")).isEqualTo("add($0, $2)");
    assertThat(Expression.of(ofX).toString()).isEqualTo("add($0, 2.7182817)");
  }

  @Test
  void callsEveryFunctionByItsName() {
    for (Function function : Function.values()) {
      if (Function.named(function.toString()).isPresent()) {
        String arguments = String.join(", ", Collections.nCopies(function.arguments(), "x"));
        Call call = (Call) Expression.of(formula(function + "(" + arguments + ")"));
        assertThat(call.function()).isEqualTo(function);
        assertThat(call.arguments()).hasSize(function.arguments());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + z                | z is none of its operands [x, höhe_2, e]",
        "l1 * sign(x)         | l1 is none of its operands [x, höhe_2, e]",
        "gelu(x)              | there is no function gelu",
        "add(x, e)            | there is no function add",
        "x(2)                 | there is no function x",
        "relu                 | relu is none of its operands [x, höhe_2, e]",
        "relu()               | a value is missing before )",
        "relu(x, e)           | relu takes 1 argument, not 2",
        "max(x)               | max takes 2 arguments, not 1",
        "x +                  | a value is missing at the end",
        "x + * e              | a value is missing before *",
        "2 x                  | x follows on what is complete",
        "x ** 2               | a value is missing before *",
        "x % 2                | % follows on what is complete",
        "x = e ? 1 : 2        | = follows on what is complete",
        "1.5.2                | .2 follows on what is complete",
        "(x                   | ) is missing",
        "(x, e)               | ) is missing before ,",
        "x)                   | ) follows on what is complete",
        "x > 0                | a condition stands where a number should",
        "-(x > 0)             | a condition stands where a number should",
        "relu(x > 0)          | a condition stands where a number should",
        "0 < x < 1 ? 1 : 2    | a condition stands where a number should",
        "x ? 1 : 2            | a number stands where a condition should",
        "x && e > 1 ? 1 : 2   | a number stands where a condition should",
        "x > 0 ? 1            | : is missing",
        "x > 0 ? 1, 2         | : is missing before ,",
        "1e39                 | 1e39 is larger than any float",
      })
  void saysWhatIsNotInTheLanguage(String text, String finding) {
    assertThat(whatIsWrongWith(text)).endsWith(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "?", ":", ".", "..", "x.y", "(", "-", "fmaxf(x, 0.0f)", "0.5f", "\uD800"})
  void refusesAnythingElse(String text) {
    assertThat(whatIsWrongWith(text)).contains("cannot be read: ");
  }

  @Test
  void survivesAnyDepth() {
    String deep = String.join("", Collections.nCopies(100_000, "("));
    String signs = String.join("", Collections.nCopies(100_000, "- "));

    assertThat(whatIsWrongWith(deep + "x"))
        .endsWith("more than 400 parts stand inside one another");
    assertThat(whatIsWrongWith(signs + "x"))
        .endsWith("more than 400 parts stand inside one another");
  }
}
