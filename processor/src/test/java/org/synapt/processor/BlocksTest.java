package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user's own layers: where their problems are told, and how they come out of jars. */
final class BlocksTest {

  /** Its rows are not in the order of their names, and two have the same number of operands. */
  private static final String RESIDUAL =
      """
      package org.example;
      import static org.synapt.annotations.Block.OF_BLOCK;
      import org.synapt.annotations.*;
      @Block
      public @interface Residual {
        int units();
        double rate() default 0.5;
        interface Body {
          @Input Tensor x();
          @Dense(units = OF_BLOCK) Tensor inner(Tensor x);
          @Dropout(rate = OF_BLOCK) Tensor dropped();
          @Subtract Tensor changed(Tensor dropped, Tensor x);
          @Add Tensor again(Tensor changed, Tensor dropped);
        }
      }
      """;

  private static final String USES =
      """
      @Network
      interface Uses {
        @Input(shape = 12) Tensor a();
        @org.example.Residual(units = 12) @Repeat(2) Tensor b();
        @Output(loss = Loss.MEAN_SQUARED_ERROR) @org.example.Residual(units = 12, rate = 0.25)
        Tensor c();
      }
      """;

  @TempDir private Path folder;

  private Project project(String name) {
    return new Project(folder.resolve(name));
  }

  private Path jar(Compilers compiler) {
    Project jar = project("jar").withFile("org/example/Residual.java", RESIDUAL);
    assertThat(jar.compile(compiler)).isEmpty();
    return jar.classes();
  }

  @ParameterizedTest
  @EnumSource
  void readsTheSameFromAJarAsFromSource(Compilers compiler) throws IOException {
    Project whole =
        project("whole").with("Uses", USES).withFile("org/example/Residual.java", RESIDUAL);
    assertThat(whole.compile(compiler)).isEmpty();
    Path jar = jar(compiler);
    Files.delete(jar.resolve("org/example/ResidualRows.java"));

    Project parts = project("parts").with("Uses", USES).withClasses(jar);

    assertThat(parts.compile(compiler)).isEmpty();
    assertThat(parts.generated()).containsExactly("UsesNetwork.java");
    assertThat(parts.generated("UsesNetwork")).isEqualTo(whole.generated("UsesNetwork"));
  }

  @ParameterizedTest
  @EnumSource
  void readsAJarThatTheOtherCompilerMade(Compilers compiler) throws IOException {
    Path jar = jar(compiler == Compilers.JAVAC ? Compilers.ECLIPSE : Compilers.JAVAC);
    Files.delete(jar.resolve("org/example/ResidualRows.java"));

    Project parts = project("parts").with("Uses", USES).withClasses(jar);

    assertThat(parts.compile(compiler)).isEmpty();
  }

  @Test
  void namesWhatItExpandsByItsPath() {
    Project project =
        project("paths").with("Uses", USES).withFile("org/example/Residual.java", RESIDUAL);
    project.compile(Compilers.JAVAC);

    String text = project.generated("UsesNetwork");

    assertThat(text).contains("b[1].inner");
    assertThat(text).contains("c.changed");
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfAJarsBlockAtItsUse(Compilers compiler) throws IOException {
    Path jar = jar(compiler);
    Files.delete(jar.resolve("org/example/ResidualRows.java"));

    List<Said> said =
        project("narrow")
            .with("Uses", USES.replace("units = 12, rate", "units = 5, rate"))
            .withClasses(jar)
            .compile(compiler);

    assertThat(said.stream().map(it -> it.line() + " " + it.text()))
        .containsExactly("7 [MergeShape] in @Residual, row changed: dropped is [5] but x is [12]");
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfABodyThatIsWrongWhateverItsUseOnceAndThere(Compilers compiler) {
    List<Said> said =
        project("wrong")
            .with(
                "Uses",
                """
                @Network
                interface Uses {
                  @Input(shape = 12) Tensor a();
                  @Wrong Tensor b();
                  @Output(loss = Loss.MEAN_SQUARED_ERROR) @Wrong Tensor c();
                  @Block
                  @interface Wrong {
                    interface Body {
                      @Input Tensor x();
                      @Dropout(rate = 1) Tensor y();
                      @Add Tensor z(Tensor x, Tensor why);
                    }
                  }
                }
                """)
            .compile(compiler);

    assertThat(said.stream().map(it -> it.line() + " " + it.text()))
        .containsExactly("13 [UnknownOperand] no value named why is declared above");
  }

  @ParameterizedTest
  @EnumSource
  void triesABodyThatCanBeResolvedOnSeveralShapes(Compilers compiler) {
    List<Said> said =
        project("tried")
            .with(
                "Wrong",
                """
                @Block
                @interface Wrong {
                  interface Body {
                    @Input Tensor x();
                    @Dropout(rate = 1) Tensor y();
                    @Reshape(targetShape = {2, 3}) Tensor z(Tensor x);
                    @Formula("y + * z") Tensor sum(Tensor y, Tensor z);
                    @Concatenate Tensor last(Tensor x, Tensor sum);
                  }
                }
                """)
            .compile(compiler);

    assertThat(said.stream().map(it -> it.line() + " " + it.text()))
        .containsExactly(
            "7 [AttributeOutOfRange] rate = 1.0 leaves nothing",
            "9 [FormulaSyntax] a value is missing between + and *");
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfABodyThatFailsForOneUseAtThatUse(Compilers compiler) {
    List<Said> said =
        project("fails")
            .with(
                "Uses",
                """
                @Network
                interface Uses {
                  @Input(shape = 12) Tensor a();
                  @Halves Tensor b(Tensor a);
                  @Input(shape = 7) Tensor c();
                  @Halves Tensor d(Tensor c);
                  @Output(loss = Loss.MEAN_SQUARED_ERROR) @Add Tensor e(Tensor b, Tensor d);
                  @Block
                  @interface Halves {
                    interface Body {
                      @Input Tensor x();
                      @Reshape(targetShape = {2, -1}) Tensor y();
                    }
                  }
                }
                """)
            .compile(compiler);

    assertThat(said).hasSize(1);
    assertThat(said.get(0).line()).isEqualTo(8);
    assertThat(said.get(0).text()).startsWith("[ReshapeSize] in @Halves, row y: ");
  }

  @Test
  void pointsAtTheUsersAttributeThatTheBlockHandsOn() {
    List<Said> said =
        project("handed")
            .with("Uses", USES.replace("units = 12) @Repeat", "units = -4) @Repeat"))
            .withFile("org/example/Residual.java", RESIDUAL)
            .compile(Compilers.JAVAC);

    assertThat(said)
        .containsExactly(
            new Said(
                6, 33, "[AttributeOutOfRange] in @Residual, row inner: units = -4 is below 1"));
  }

  @ParameterizedTest
  @EnumSource
  void sharesABlockAsItSharesALayer(Compilers compiler) {
    Project project =
        project("shared")
            .with(
                "Shared",
                """
                @Network
                interface Shared {
                  @Input(shape = 12) Tensor left();
                  @Input(shape = 12) Tensor right();
                  @org.example.Residual(units = 12) @Repeat(2) Layer encoder();
                  @Apply Tensor leftCode(Layer encoder, Tensor left);
                  @Apply Tensor rightCode(Layer encoder, Tensor right);
                  @Output(loss = Loss.MEAN_SQUARED_ERROR)
                  @Subtract Tensor apart(Tensor leftCode, Tensor rightCode);
                }
                """)
            .withFile("org/example/Residual.java", RESIDUAL);

    assertThat(project.compile(compiler)).isEmpty();
    String text = project.generated("SharedNetwork");
    assertThat(text).contains("\"encoder[1].inner.weight\"");
    assertThat(text).doesNotContain("\"leftCode[1].inner.weight\"");
  }

  @ParameterizedTest
  @EnumSource
  void warnsOfWhatABlockDoesAtItsUse(Compilers compiler) {
    List<Said> said =
        project("warned")
            .with(
                "Uses",
                """
                @Network
                interface Uses {
                  @Input(shape = {28, 28, 1}) Tensor image();
                  @Output(loss = Loss.MEAN_SQUARED_ERROR)
                  @Hidden Tensor pixels();
                  @Block
                  @interface Hidden {
                    interface Body {
                      @Input Tensor x();
                      @Dense(units = 4) Tensor y();
                    }
                  }
                }
                """)
            .compile(compiler);

    assertThat(said).hasSize(1);
    assertThat(said.get(0).line()).isEqualTo(7);
    assertThat(said.get(0).text()).startsWith("[DenseOnImage] pixels.y ");
  }

  @Test
  void mayHaveTheNameOfAWordOfTheLanguage() {
    Project project =
        project("named")
            .with(
                "Repeat",
                """
                @Block
                @interface Repeat {
                  interface Body {
                    @Input Tensor x();
                    @Formula("x + x") Tensor y();
                  }
                }
                """)
            .with(
                "Uses",
                """
                @Network
                interface Uses {
                  @Input(shape = 12) Tensor a();
                  @Output(loss = Loss.MEAN_SQUARED_ERROR) @Repeat Tensor b();
                }
                """);

    assertThat(project.compile(Compilers.JAVAC)).isEmpty();
    assertThat(project.generated("UsesNetwork")).contains("b.y");
  }
}
