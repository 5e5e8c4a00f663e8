package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.formula.Formulas;

final class FormulaNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          relu(x + b)                    | RELU_X_PLUS_B
          dy * step(y)                   | DY_TIMES_STEP_Y
          abs(leftCode - rightCode)      | ABS_LEFT_CODE_MINUS_RIGHT_CODE
          2 * dy * (p - t)               | DY_TIMES_2_TIMES_P_MINUS_T
          0.3333333333333333 * dy        | DY_TIMES_0_333
          1 - x                          | ONE_MINUS_X
          99 * square(x)                 | N99_TIMES_SQUARE_X
          0.5 - x                        | N0_5_MINUS_X
          x > 0 ? x : 0                  | X_ABOVE_0_THEN_X_ELSE_0
          x >= 0 ? 1 : 0                 | X_FROM_0_THEN_1_ELSE_0
          -x                             | MINUS_X
          a * b + c * d + r * s + g * h + i * k | A_TIMES_B_PLUS_C_TIMES_D_PLUS_R_TIMES_S
          straße                         | STRA_E
          größe + λ                      | GR_E_PLUS
          λ                              | VALUE
          """)
  void saysTheFormulaInWords(String formula, String name) {
    assertThat(FormulaName.of(Formulas.of(formula))).isEqualTo(name);
    assertThat(SourceVersion.isIdentifier(name)).isTrue();
  }
}
