package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a network may cost. */
final class BudgetTest {
  @TempDir private Path folder;

  private int projects;

  private static String digits(String budget, int hidden1) {
    return """
        @Network
        @Budget(%s)
        interface Digits {
          @Input(shape = 784) Tensor pixels();
          @Dense(units = %s, activation = ActivationFunction.RELU) Tensor hidden1();
          @Dense(units = 500, activation = ActivationFunction.RELU) Tensor hidden2();
          @Output(loss = Loss.CATEGORICAL_CROSSENTROPY)
          @Dense(units = 10, activation = ActivationFunction.SOFTMAX) Tensor digit();
        }
        """
        .formatted(budget, hidden1);
  }

  private List<String> said(Compilers compiler, String source) {
    return project(source).messages(compiler, Diagnostic.Kind.ERROR);
  }

  private Project project(String source) {
    return new Project(folder.resolve("p" + projects++)).with("Digits", source);
  }

  @ParameterizedTest
  @EnumSource
  void namesTheRowsThatCostMostAndWhatFits(Compilers compiler) {
    assertThat(said(compiler, digits("parameters = 500_000", 500)))
        .containsExactly(
            "[BudgetExceeded] parameters: 648,010, but the budget is 500,000: hidden1 392,500"
                + " (61 %), hidden2 250,500 (39 %), digit 5,010 (1 %)\n"
                + "hidden1 with 384 units would fit; or allow more");
  }

  @Test
  void knowsHowManyFiltersFit() {
    assertThat(
            said(
                Compilers.JAVAC,
                """
                @Network
                @Budget(flops = 1_000_000)
                interface Digits {
                  @Input(shape = {28, 28, 1}) Tensor image();
                  @Conv2D(filters = 64, kernelSize = 5, activation = ActivationFunction.RELU)
                  Tensor edges();
                  @MaxPooling2D(poolSize = 4) Tensor coarse();
                  @Flatten Tensor flat();
                  @Output(loss = Loss.CATEGORICAL_CROSSENTROPY)
                  @Dense(units = 10, activation = ActivationFunction.SOFTMAX) Tensor digit();
                }
                """))
        .containsExactly(
            "[BudgetExceeded] flops: 1,963,058, but the budget is 1,000,000: edges 1,880,064"
                + " (96 %), digit 46,130 (2 %), coarse 36,864 (2 %)\n"
                + "edges with 32 filters would fit; or allow more");
  }

  @Test
  void whatFitsIsTheMostThatFits() {
    assertThat(said(Compilers.JAVAC, digits("parameters = 500_000", 384))).isEmpty();
    assertThat(said(Compilers.JAVAC, digits("parameters = 500_000", 385))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "parameters, 648_010",
    "flops, 1_295_050",
    "activationBytes, 7_136",
    "modelBytes, 2_592_832",
  })
  void allowsWhatItSaysAndNotOneLess(String attribute, String limit) {
    long number = Long.parseLong(limit.replace("_", ""));

    assertThat(said(Compilers.JAVAC, digits(attribute + " = " + number, 500))).isEmpty();
    assertThat(said(Compilers.JAVAC, digits(attribute + " = " + (number - 1), 500)).toString())
        .contains("[BudgetExceeded] " + attribute + ": ");
  }

  @Test
  void limitsTheMemoryOfTraining() {
    assertThat(said(Compilers.JAVAC, digits("trainingBytes = 7_136", 500)).toString())
        .contains("[BudgetExceeded] trainingBytes: ");
  }

  @Test
  void zeroIsNoLimitAndLimitsMayBeLarge() {
    assertThat(said(Compilers.JAVAC, digits("parameters = 0, flops = 5_000_000_000L", 500)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesNoClassForWhatCostsTooMuch(Compilers compiler) {
    Project project = project(digits("modelBytes = 1_000", 500));

    assertThat(project.compile(compiler)).hasSize(1);
    assertThat(project.generated()).isEmpty();
  }

  @Test
  void saysSoWhereNoRowCanGiveEnough() {
    assertThat(said(Compilers.JAVAC, digits("parameters = 10", 500)).toString())
        .contains("make these rows smaller, or allow more");
  }

  @Test
  void countsCopiesAndBlocksTogetherAndSharedLayersOnce() {
    List<String> said =
        said(
            Compilers.JAVAC,
            """
            @Network
            @Budget(parameters = 100, flops = 100)
            interface Digits {
              @Input(shape = 8) Tensor x();
              @Dense(units = 8, activation = ActivationFunction.RELU) Layer encoder();
              @Apply Tensor code(Layer encoder, Tensor x);
              @Apply Tensor again(Layer encoder, Tensor code);
              @Half(units = 4) @Repeat(3) Tensor deep();
              @Output(loss = Loss.MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor y();
              @Block @interface Half {
                int units();
                interface Body {
                  @Input Tensor x();
                  @Dense(units = Block.OF_BLOCK, activation = ActivationFunction.RELU) Tensor half();
                  @Dense(units = 8, activation = ActivationFunction.RELU) Tensor whole();
                }
              }
            }
            """);

    assertThat(said.get(0))
        .startsWith(
            "[BudgetExceeded] parameters: 309, but the budget is 100: deep 228 (74 %), encoder 72"
                + " (23 %), y 9 (3 %)\n");
    assertThat(said.get(1)).contains(": deep ");
    assertThat(said.get(1)).contains(", code ");
    assertThat(said).hasSize(2);
  }

  @Test
  void saysNothingOfCostsWhereSomethingIsWrong() {
    List<String> said = said(Compilers.JAVAC, digits("parameters = 10", 0));

    assertThat(said).hasSize(1);
    assertThat(said.get(0)).startsWith("[AttributeOutOfRange] units = 0 is below 1");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForNumbersThatAnotherProcessorWrites(Compilers compiler) {
    Project project =
        project(digits("parameters = Limits.MOST", 500))
            .withProcessor(
                new LateSource(
                    "Limits", "final class Limits { static final long MOST = 648_009; }"));

    assertThat(project.messages(compiler, Diagnostic.Kind.ERROR).toString())
        .contains("[BudgetExceeded] parameters: 648,010, but the budget is 648,009");
  }
}
