package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Warnings of what tutorials advise against: where they are told, how often, and when not. */
final class AdviceTest {
  private static final String TRUNK =
      """
      package org.example;
      import org.synapt.annotations.*;
      @Block
      public @interface Trunk {
        interface Body {
          @Input Tensor x();
          @Dense(units = 4, activation = ActivationFunction.SIGMOID) Tensor first();
          @Dense(units = 4, activation = ActivationFunction.SIGMOID) Tensor second();
          @Dense(units = 4, activation = ActivationFunction.SIGMOID) Tensor third();
        }
      }
      """;

  private static final String USES =
      """
      final class Uses {
        @Network interface One {
          @Input(shape = 4) Tensor x();
          @org.example.Trunk @Repeat(2) Tensor trunk();
          @Output(loss = Loss.MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor y();
        }
        @Network interface Other {
          @Input(shape = 4) Tensor x();
          @org.example.Trunk Tensor trunk();
          @Output(loss = Loss.MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor y();
        }
      }
      """;

  @TempDir private Path folder;

  private Project project(String name) {
    return new Project(folder.resolve(name));
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfABodyOnceForAllItsUsesAndThere(Compilers compiler) {
    List<Said> said =
        project("body")
            .withFile("org/example/Trunk.java", TRUNK)
            .with("Uses", USES)
            .compile(compiler);

    assertThat(said).hasSize(1);
    assertThat(said.get(0).line()).isEqualTo(7);
    assertThat(said.get(0).text())
        .isEqualTo(
            "[VanishingGradient] 3 rows in a row saturate, first (sigmoid), second (sigmoid), third"
                + " (sigmoid): their slopes let at most 1/64 of a gradient pass");
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfABodyFromAJarAtItsUse(Compilers compiler) throws IOException {
    Project jar = project("jar").withFile("org/example/Trunk.java", TRUNK);
    assertThat(jar.compile(compiler)).isEmpty();
    Files.delete(jar.classes().resolve("org/example/TrunkRows.java"));

    List<Said> said =
        project("uses").with("Uses", USES).withClasses(jar.classes()).compile(compiler);

    assertThat(said.stream().map(it -> it.line() + " " + it.text().split(":")[0]))
        .containsExactly(
            "6 [VanishingGradient] 6 rows in a row saturate, trunk[0].first (sigmoid),"
                + " trunk[0].second (sigmoid), trunk[0].third (sigmoid), ..., trunk[1].third"
                + " (sigmoid)",
            "11 [VanishingGradient] 3 rows in a row saturate, trunk.first (sigmoid), trunk.second"
                + " (sigmoid), trunk.third (sigmoid)");
  }

  @ParameterizedTest
  @EnumSource
  void keepsQuietWhereABlockSuppressesItByName(Compilers compiler) {
    String quiet = TRUNK.replace("@Block", "@SuppressWarnings(\"VanishingGradient\") @Block");

    assertThat(
            project("quiet")
                .withFile("org/example/Trunk.java", quiet)
                .with("Uses", USES)
                .compile(compiler))
        .isEmpty();
  }

  @Test
  void hasNothingToSayOfANetworkWithMistakes() {
    List<Said> said =
        project("mistakes")
            .with("Uses", USES.replace("units = 1)", "units = 0)"))
            .withFile("org/example/Trunk.java", TRUNK)
            .compile(Compilers.JAVAC);

    assertThat(said.stream().map(it -> it.line() + " " + it.text()))
        .containsExactly(
            "7 [AttributeOutOfRange] units = 0 is below 1",
            "12 [AttributeOutOfRange] units = 0 is below 1");
  }

  @Test
  @Tag("M10")
  @Tag("F1")
  void hasNothingToSayOfTheTutorialsNetworkOfSigmoids() {
    assertThat(
            network(
                """
                @Input(shape = 784) Tensor pixels();
                @Dense(units = 500, activation = ActivationFunction.SIGMOID) Tensor hidden1();
                @Dense(units = 500, activation = ActivationFunction.SIGMOID) Tensor hidden2();
                @Output(loss = Loss.CATEGORICAL_CROSSENTROPY)
                @Dense(units = 10, activation = ActivationFunction.SOFTMAX) Tensor digit();
                """))
        .isEmpty();
  }

  /** Its weights are why the tutorial's network ends with one answer for all now and then. */
  @Test
  @Tag("M11")
  void saysWhyTheTutorialsNetworkCollapsesForSomeSeeds() {
    List<Said> said =
        network(
            """
            @Input(shape = 8) Tensor measures();
            @Dense(units = 12, activation = ActivationFunction.RELU,
                kernelInitializer = @Initialize(Initializer.RANDOM_UNIFORM)) Tensor hidden1();
            @Dense(units = 8, activation = ActivationFunction.RELU,
                kernelInitializer = @Initialize(Initializer.RANDOM_UNIFORM)) Tensor hidden2();
            @Output(loss = Loss.BINARY_CROSSENTROPY)
            @Dense(units = 1, activation = ActivationFunction.SIGMOID,
                kernelInitializer = @Initialize(Initializer.RANDOM_UNIFORM)) Tensor diabetes();
            """);

    // 0.05 / √3, of √(2 / 8) and of √(2 / 12): 0.05774 · 0.07071 is 1/245.
    assertThat(said.stream().map(it -> it.line() + " " + it.text()))
        .containsExactly(
            "7 [SmallInitializer] hidden1, hidden2 start so small that 1/245 of a signal passes");
  }

  private List<Said> network(String rows) {
    return project("network")
        .with("Net", "@Network\ninterface Net {\n" + rows + "}\n")
        .compile(Compilers.JAVAC);
  }
}
