package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** Cards beside the classes, and what is said of options that do not exist. */
final class CardTest {
  private static final String HOUSE =
      """
      package org.example;
      import org.synapt.annotations.*;
      @Network
      interface House {
        @Input(shape = 12) Tensor measures();
        @Dense(units = 32, activation = ActivationFunction.RELU) Tensor size(Tensor measures);
        @Input(shape = 300) Tensor words();
        @Dense(units = 32, activation = ActivationFunction.RELU) Tensor tone(Tensor words);
        @Concatenate Tensor both(Tensor size, Tensor tone);
        @Output(loss = Loss.MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor price();
        @Output(formula = "square(target - prediction) * (target < 1 ? 1 : 2)", weight = 0.25)
        @Dense(units = 2) Tensor mood(Tensor tone);
      }
      """;

  @TempDir private Path folder;

  private Project house(String name, String... options) {
    Project project = new Project(folder.resolve(name)).withFile("org/example/House.java", HOUSE);
    for (String option : options) {
      project.withOption(option);
    }
    return project;
  }

  private String card(Compilers compiler, String format) {
    Project project = house(compiler + format, "-Asynapt.card=" + format);
    assertThat(project.compile(compiler)).isEmpty();
    return project.file("org/example/HouseNetwork.card." + format);
  }

  @ParameterizedTest
  @EnumSource
  void markdownSaysWhatANetworkTakesGivesAndCosts(Compilers compiler) {
    String card = card(compiler, "md");

    assertThat(card).startsWith("# House\n\nThe network `org.example.HouseNetwork`.");
    assertThat(card).contains("| parameters | 10,179 |\n");
    assertThat(card).contains("| measures | \\[12\\] |\n");
    assertThat(card).contains("| price | \\[1\\] | mean\\_squared\\_error | 1 | \\[1\\] |\n");
    assertThat(card).contains("| size | dense(32), relu | measures | \\[b, 32\\] | 416 | 416 | ");
    assertThat(card)
        .contains("```mermaid\nflowchart TD\n  n0([\"measures<br>input<br>[b, 12]\"])\n");
    assertThat(card).contains("  n0 --> n1\n");
    assertThat(card).contains("HouseNetwork.Outputs outputs = network.predict(measures, words);");
  }

  @ParameterizedTest
  @EnumSource
  void theFormulaOfALossIsEscaped(Compilers compiler) {
    assertThat(card(compiler, "md")).contains("(target \\< 1 ? 1 : 2)");
    assertThat(card(compiler, "html")).contains("(target &lt; 1 ? 1 : 2)");
  }

  @Test
  void htmlIsWellFormedAndNeedsNothingElse() throws Exception {
    String card = card(Compilers.JAVAC, "html");
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(card.getBytes(UTF_8)));

    assertThat(page.getElementsByTagName("rect").getLength()).isEqualTo(7);
    assertThat(page.getElementsByTagName("path").getLength()).isEqualTo(1 + 6);
    assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(4);
    assertThat(card).doesNotContain("http");
    assertThat(card).doesNotContain("<script");
  }

  @Test
  void isTheSameFromEitherCompiler() {
    assertThat(card(Compilers.ECLIPSE, "md")).isEqualTo(card(Compilers.JAVAC, "md"));
    assertThat(card(Compilers.ECLIPSE, "html")).isEqualTo(card(Compilers.JAVAC, "html"));
  }

  @Test
  void drawsOneBoxForEachRowWhereLayersAreMany() {
    Project project =
        new Project(folder.resolve("deep"))
            .with(
                "Deep",
                """
                @Network
                interface Deep {
                  @Input(shape = 4) Tensor x();
                  @Dense(units = 4, activation = ActivationFunction.RELU) @Repeat(60) Tensor deep();
                  @Output(loss = Loss.MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor y();
                }
                """)
            .withOption("-Asynapt.card=md");

    assertThat(project.compile(Compilers.JAVAC)).isEmpty();
    assertThat(project.file("DeepNetwork.card.md"))
        .contains(
            "flowchart TD\n"
                + "  n0([\"x<br>input<br>[b, 4]\"])\n"
                + "  n1[\"deep<br>60 rows<br>[b, 4]\"]\n"
                + "  n2[[\"y<br>dense(1)<br>[b, 1]<br>mean_squared_error\"]]\n"
                + "  n0 --> n1\n"
                + "  n1 --> n2\n");
  }

  @Test
  void isNotWrittenUnlessAskedFor() {
    Project project = house("none");

    assertThat(project.compile(Compilers.JAVAC)).isEmpty();
    assertThat(Files.exists(project.classes().resolve("org/example/HouseNetwork.card.md")))
        .isFalse();
  }

  @Test
  void isNotWrittenOfANetworkWithProblems() {
    Project project =
        new Project(folder.resolve("wrong"))
            .withFile("org/example/House.java", HOUSE.replace("units = 1)", "units = 0)"))
            .withOption("-Asynapt.card=md");

    assertThat(project.compile(Compilers.JAVAC)).hasSize(1);
    assertThat(Files.exists(project.classes().resolve("org/example/HouseNetwork.card.md")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Asynapt.card=hmtl | Synapt: synapt.card: there is no format hmtl; did you mean html?",
        "-Asynapt.card=pdf | Synapt: synapt.card: there is no format pdf; known are md, html",
        "-Asynapt.card | Synapt: synapt.card names no format; known are md, html",
        "-Asynapt.card= | Synapt: synapt.card names no format; known are md, html",
        "-Asynapt.crad=md | Synapt: there is no option synapt.crad; did you mean synapt.card?",
        "-Asynapt.nd4j=ture | Synapt: synapt.nd4j: there is no value ture; did you mean true?",
        "-Asynapt.nd4j=yes | Synapt: synapt.nd4j: there is no value yes; known are false, true",
        "-Asynapt.nd4j | Synapt: synapt.nd4j names no value; known are false, true",
        "-Asynapt.ndj4=true | Synapt: there is no option synapt.ndj4; did you mean synapt.nd4j?",
        "-Asynapt.dump=modle | Synapt: synapt.dump: there is no room modle; did you mean model?",
      })
  void tellsOfOptionsThatDoNotExist(String option, String warning) {
    for (Compilers compiler : Compilers.values()) {
      List<String> said =
          house(compiler + "options", option).messages(compiler, Diagnostic.Kind.WARNING);

      assertThat(said).contains(warning);
    }
  }

  @Test
  void saysNothingOfTheOptionsOfOthers() {
    List<String> said =
        house("others", "-Aother.fast=on", "-Asynapt.dump=cost")
            .messages(Compilers.JAVAC, Diagnostic.Kind.WARNING);

    assertThat(said.stream().filter(it -> it.startsWith("Synapt"))).isEmpty();
  }
}
