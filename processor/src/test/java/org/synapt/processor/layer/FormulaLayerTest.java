package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

final class FormulaLayerTest {

  @Test
  void isAboutTheNamesOfItsOperands() {
    Inferred formula = formula("abs(a - b)", Shape.of(2), Shape.of(2));

    assertThat(formula.toString()).isEqualTo("[2]");
    assertThat(formula.lowered()).isEqualTo("formula [b, 2] = abs(a - b)(a, b)\n");
  }

  @Test
  void namesItsOperandsInTheModelWhereOnlyValuesAreLeft() {
    Inferred formula = formula("b - a", Shape.of(2), Shape.of(2));

    assertThat(formula.compute(new double[] {1, 2}, new double[] {10, 20}))
        .usingTolerance(0)
        .containsExactly(9, 18)
        .inOrder();
  }

  @Test
  void broadcasts() {
    assertThat(
            formula("a * b", Shape.of(2, 1), Shape.of(2))
                .compute(new double[] {1, 2}, new double[] {10, 20}))
        .usingTolerance(0)
        .containsExactly(10, 20, 20, 40)
        .inOrder();
  }

  @Test
  void pointsIntoTheFormula() {
    assertThat(formula("abs(a - )", Shape.of(2)).toString())
        .isEqualTo(
            """
            [FormulaSyntax] a value is missing between - and )
                abs(a - )
                        ^
                write a number, a name or a call there\
            """);
  }

  @Test
  void pointsIntoTheRightLineOfTheFormula() {
    assertThat(formula("a +\n\t(1", Shape.of(2)).toString())
        .isEqualTo(
            "[FormulaSyntax] this ( is never closed\n"
                + "    \t(1\n"
                + "    \t^\n"
                + "    add the ) that belongs to it");
  }

  @Test
  void knowsWhatANameMayBe() {
    Mention layer = Mentions.of("Formula", "value", "abs(left - rigth)");
    Use use = new Use("y", layer, List.of(operand("left"), operand("right")), "");
    Problems problems = new Problems();

    new FormulaLayer().infer(use, problems);

    assertThat(problems.all().get(0).message())
        .isEqualTo(
            """
            [FormulaName] the formula is not about rigth
                abs(left - rigth)
                           ^
                did you mean right? it is about left, right\
            """);
  }

  private static Use.Argument operand(String name) {
    return new Use.Argument(name, Shape.of(2), Origin.NOWHERE);
  }

  @Test
  void knowsWhatAFunctionMayBe() {
    assertThat(formula("sigmod(a)", Shape.of(2)).toString())
        .contains("    did you mean sigmoid? else ");
  }

  @Test
  void tellsEveryNameThatItIsNotAbout() {
    assertThat(formula("u * a + v", Shape.of(2)).problems().all()).hasSize(2);
  }

  @Test
  void refusesAnEmptyFormula() {
    assertThat(formula("", Shape.of(2)).toString())
        .startsWith("[FormulaSyntax] the formula is empty");
  }

  @Test
  void refusesAFormulaOfNothing() {
    assertThat(formula("1 + 2", Shape.of(2)).toString())
        .startsWith("[FormulaConstant] the formula of y depends on no operand");
  }

  @Test
  void warnsOfAnOperandThatIsNotUsed() {
    Inferred formula = formula("a", Shape.of(2), Shape.of(3, 2));

    assertThat(formula.toString())
        .startsWith("[FormulaUnusedOperand] the formula of y does not use b");
    assertThat(formula.shape().orElseThrow()).isEqualTo(Shape.of(3, 2));
    assertThat(formula.compute(new double[] {1, 2}, new double[6]))
        .usingTolerance(0)
        .containsExactly(1, 2, 1, 2, 1, 2)
        .inOrder();
  }

  @Test
  void wantsOperandsThatAgree() {
    assertThat(formula("a * b", Shape.of(2), Shape.of(3)).toString())
        .startsWith("[MergeShape] a is [2] but b is [3]");
  }

  @Test
  void describesItself() {
    assertThat(formula("  a\n  * 2", Shape.of(2)).describe()).isEqualTo("a * 2");
  }

  private static Inferred formula(String text, Shape... operands) {
    return Inferred.of(Mentions.of("Formula", "value", text), operands);
  }
}
