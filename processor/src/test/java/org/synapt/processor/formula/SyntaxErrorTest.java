package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SyntaxErrorTest {
  /** A formula; below the piece that must change, what was found, and what to do. */
  private static final String CASES =
      """
      2x
       ^ an operator is missing between 2 and x; write 2 * x

      2 (x + 1)
        ^ an operator is missing between 2 and (; write 2 * (

      x y
        ^ an operator is missing between x and y; write one of + - * / ^ there

      (x)(y)
         ^ an operator is missing between ) and (; write one of + - * / ^ there

      x 2.5
        ^^^ an operator is missing between x and 2.5; write one of + - * / ^ there

      1.5f * x
         ^ an operator is missing between 1.5 and f; write 1.5 * f

      1.2.3
         ^^ an operator is missing between 1.2 and .3; write 1.2 * .3

      x +
        ^ a value is missing after +; write a number, a name or a call there

      x + * y
          ^ a value is missing between + and *; write a number, a name or a call there

      / x
      ^ a value is missing before /; write a number, a name or a call there

      exp(
         ^ a value is missing after (; write a number, a name or a call there

      ()
       ^ a value is missing between ( and ); write a number, a name or a call there

      max(, 1)
          ^ a value is missing between ( and ,; write a number, a name or a call there

      (x + 1
      ^ this ( is never closed; add the ) that belongs to it

      x * exp(x * (y + 1)
             ^ this ( is never closed; add the ) that belongs to it

      x + 1) * 2
           ^ this ) closes nothing; remove it, or open a ( before

      x, y
       ^ a comma stands outside of a call; write one expression; numbers have a point, as 0.5

      (0,5 + x)
        ^ a comma stands outside of a call; write one expression; numbers have a point, as 0.5

      x : y
        ^ this : has no ? before it; remove it

      x > 0 ? 1
            ^ this ? has no : after it; write condition ? a : b

      x ** 2
        ^^ a formula knows no **; write ^ for a power

      x // 2
        ^^ a formula knows no //; write / to divide; there are no whole numbers here

      x % 2
        ^ a formula knows no %; leave it out

      x = 1 ? 1 : 0
        ^ a formula knows no =; write == to compare

      x => 1 ? 1 : 0
        ^^ a formula knows no =>; write >=

      !x
      ^ a formula knows no !; turn the comparison round, as x <= 0 for not x > 0

      x[0]
       ^ a formula knows no [; name the row alone: a formula is computed for each element

      x²
       ^ a formula knows no ²; write ^ 2

      2·x
       ^ a formula knows no ·; write *

      x − y
        ^ a formula knows no −; write the plain -

      x ÷ 𝟚
        ^ a formula knows no ÷; write /

      x > 0 and y > 0 ? 1 : 0
            ^^^ a formula knows no and; write && for and

      x if y > 0 else 1
        ^^ a formula knows no if; write condition ? a : b

      np.exp(x)
      ^^^^^^ a formula knows no np.exp; write exp

      2 * tf.math.maximum(x, 0)
          ^^^^^^^^^^^^^^^ a formula knows no tf.math.maximum; write max

      math.pi * x
      ^^^^^^^ a formula knows no math.pi; write pi alone

      ln(x)
      ^^ there is no function ln; write log

      Exp(x)
      ^^^ there is no function Exp; write exp

      where(x > 0, 1, 0)
      ^^^^^ there is no function where; write condition ? a : b

      log10(x)
      ^^^^^ there is no function log10; write log(x) / log(10)

      known(x)
      ^^^^^ known is a value and cannot be called; write known * (...)

      exp * 2
      ^^^ exp is a function without its arguments; write exp(x)

      exp x
      ^^^ exp is a function without its arguments; write exp(x)

      1 + exp(x, y)
          ^^^ exp takes 1 argument, not 2; write exp(x)

      exp()
      ^^^ exp takes 1 argument, not 0; write exp(x)

      max(x)
      ^^^ max takes 2 arguments, not 1; write max(a, b)

      max(x, y, 0)
      ^^^ max takes 2 arguments, not 3; write max(a, max(b, c))

      clip(x)
      ^^^^ clip takes 3 arguments, not 1; write clip(x, low, high)

      x > 0
      ^^^^^ x > 0 is true or false where a number is needed; write x > 0 ? 1 : 0

      1 + (x > 0) * y
          ^^^^^^^ (x > 0) is true or false where a number is needed; write (x > 0) ? 1 : 0

      exp(x < y || x > 1)
          ^^^^^^^^^^^^^^ x < y || x > 1 is true or false where a number is needed; write x < y || x > 1 ? 1 : 0

      -(x > 0)
       ^^^^^^^ (x > 0) is true or false where a number is needed; write (x > 0) ? 1 : 0

      x + 1 ? 1 : 0
      ^^^^^ x + 1 is a number where a condition is needed; compare it, as x + 1 > 0

      x > 0 && max(y, 1) ? 1 : 0
               ^^^^^^^^^ max(y, 1) is a number where a condition is needed; compare it, as max(y, 1) > 0

      0 < x < 1 ? 1 : 0
            ^ two comparisons stand in a row; write a < b && b < c for a < b < c

      x * 1e39
          ^^^^ 1e39 is larger than any float; write at most 3.4e38

      x + 1e-50
          ^^^^^ 1e-50 is nearer to 0 than any float; write at least 1.4e-45, or 0

      x + 0.1e-999
          ^^^^^^^^ 0.1e-999 is nearer to 0 than any float; write at least 1.4e-45, or 0
      """;

  static Stream<String> cases() {
    return Arrays.stream(CASES.split("\n\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void pointsAtThePieceThatMustChange(String page) {
    String text = page.lines().findFirst().orElseThrow();

    SyntaxError error = (SyntaxError) Parsing.parse(text, Set.of("known"));

    String marks = " ".repeat(error.at()) + "^".repeat(error.length());
    String said = marks + " " + error.finding() + "; " + error.remedy();
    assertThat(text + "\n" + said).isEqualTo(page.stripTrailing());
  }

  @Test
  void saysThatNothingWasWritten() {
    SyntaxError error = (SyntaxError) Parsing.parse("  ");

    assertThat(error.finding()).isEqualTo("the formula is empty");
    assertThat(error.at()).isEqualTo(0);
    assertThat(error.length()).isEqualTo(2);
  }

  @Test
  void namesTheFunctionsThereAreForAnUnknownOne() {
    SyntaxError error = (SyntaxError) Parsing.parse("x + sigmod(x)");

    assertThat(error.at()).isEqualTo(4);
    assertThat(error.length()).isEqualTo(6);
    assertThat(error.finding()).isEqualTo("there is no function sigmod");
    assertThat(error.remedy()).startsWith("use one of abs, sign, step, ");
    assertThat(error.candidates()).isEqualTo(Function.names());
  }

  @Test
  void quotesOnlyTheBeginningOfALongPiece() {
    SyntaxError error = (SyntaxError) Parsing.parse("x" + " + x".repeat(50) + " > 0");

    assertThat(error.finding().length()).isLessThan(100);
    assertThat(error.length()).isEqualTo(205);
  }

  @Test
  void givesAnAnswerToAnyText() {
    String[] pieces = {
      "x", "y", "2", ".5", "1e", "(", ")", "+", "-", "*", "/", "^", "?", ":", "<", ">=", "==", "&&",
      "||", ",", "exp", "max", "pi", " ", ".", "_", "!", "\"", "\\", "\0", "é", "\ud83d", "np.",
      "=",
    };
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Parsing parsing = Parsing.parse(text.toString());
      if (parsing instanceof SyntaxError error) {
        assertThat(error.at() + error.length()).isAtMost(text.length());
        assertThat(error.length()).isAtLeast(1);
      } else {
        read++;
      }
    }
    assertThat(read).isGreaterThan(100);
  }
}
