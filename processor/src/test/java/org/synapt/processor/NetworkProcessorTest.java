package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The door: what is written, what is said, and when. */
final class NetworkProcessorTest {
  private static final String PRICE =
      """
      @Network
      interface Price {
        @Input(shape = 12) Tensor measures();
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Dense(units = 1) Tensor price();
      }
      """;

  @TempDir private Path folder;

  private Project project(String name) {
    return new Project(folder.resolve(name));
  }

  @ParameterizedTest
  @EnumSource
  void writesAClassForEveryNetworkBesideItsDeclaration(Compilers compiler) {
    Project project =
        project("several")
            .with("Price", PRICE)
            .withFile(
                "org/example/Outer.java",
                """
                package org.example;
                import org.synapt.annotations.*;
                public final class Outer {
                  public abstract static class Deeper {
                    @Network
                    protected abstract static class Inner {
                      @Input(shape = {2, 3}) abstract Tensor x();
                      @Output(loss = Loss.KULLBACK_LEIBLER_DIVERGENCE)
                      @Softmax protected abstract Tensor y();
                    }
                  }
                }
                """);

    assertThat(project.compile(compiler)).isEmpty();
    assertThat(project.generated())
        .containsExactly("PriceNetwork.java", "org/example/Outer_Deeper_InnerNetwork.java");
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfIndependentMistakesInOneCompilation(Compilers compiler) {
    List<Said> said =
        project("mistakes")
            .with(
                "Wrong",
                """
                @Network
                interface Wrong {
                  @Input(shape = 0) Tensor x();
                  @Input(shape = {4, 4}) Tensor image();
                  @Dense(units = 0) Tensor a(Tensor image);
                  @Add Tensor b(Tensor image, Tensor imag);
                  @Permute(dims = {0, 0}) Tensor c(Tensor image);
                  void d();
                  @Output(loss = Loss.MEAN_SQUARED_ERROR) @Flatten Tensor e(Tensor image);
                }
                """)
            .compile(compiler);

    assertThat(said.stream().map(it -> it.line() + " " + it.text()))
        .containsExactly(
            "5 [InputShape] an extent of x is 0 in [0]",
            "7 [AttributeOutOfRange] units = 0 is below 1",
            "8 [UnknownOperand] no value named imag is declared above",
            "9 [PermuteOrder] dims = [0, 0] is no order of the 2 axes of image [4, 4]",
            "10 [RowReturnType] d returns void");
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeSilencesTheRowsThatNeedIt(Compilers compiler) {
    List<Said> said =
        project("silence")
            .with(
                "Wrong",
                """
                @Network
                interface Wrong {
                  @Input(shape = 12) Tensor x();
                  @Dense(units = 0) Tensor a();
                  @Reshape(targetShape = 5) Tensor b();
                  @Add Tensor c(Tensor x, Tensor b);
                  @Output(loss = Loss.MEAN_SQUARED_ERROR, targetShape = 7) @Dense(units = 1) Tensor d();
                }
                """)
            .compile(compiler);

    assertThat(said.stream().map(Said::text))
        .containsExactly("[AttributeOutOfRange] units = 0 is below 1");
  }

  @Test
  void keepsQuietAboutWarningsThatTheTypeAroundSuppresses() {
    List<Said> said =
        project("suppressed")
            .with(
                "Outer",
                """
                @SuppressWarnings("UnusedRow")
                final class Outer {
                  @Network
                  interface Price {
                    @Input(shape = 12) Tensor measures();
                    @Input(shape = 12) Tensor words();
                    @Output(loss = Loss.MEAN_SQUARED_ERROR)
                    @Dense(units = 1) Tensor price(Tensor measures);
                  }
                }
                """)
            .compile(Compilers.JAVAC);

    assertThat(said).isEmpty();
  }

  @Test
  void writesTheSameBytesInAnyOrderOfFiles() {
    Project one = project("one").with("A", "interface A {}").with("Price", PRICE);
    Project other = project("other").with("Price", PRICE).with("A", "interface A {}");
    one.compile(Compilers.JAVAC);
    other.compile(Compilers.ECLIPSE);

    assertThat(one.generated("PriceNetwork")).isEqualTo(other.generated("PriceNetwork"));
  }

  @Test
  void printsWhatLeavesTheRoomThatIsAskedFor() {
    List<Said> notes =
        project("dump")
            .with("Price", PRICE)
            .withOption("-Asynapt.dump=model")
            .notes(Compilers.JAVAC);

    assertThat(notes.stream().map(Said::text)).contains("measures = input() [12]");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForConstantsThatAnotherProcessorWrites(Compilers compiler) {
    Project project =
        project("constants")
            .with("Wide", PRICE.replace("units = 1", "units = Sizes.WIDE").replace("Price", "Wide"))
            .withProcessor(
                new LateSource("Sizes", "final class Sizes { static final int WIDE = 7; }"));

    assertThat(project.compile(compiler)).isEmpty();
    assertThat(project.generated("WideNetwork")).contains("dense(7)");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForBlocksThatAnotherProcessorWrites(Compilers compiler) {
    Project project =
        project("blocks")
            .with("Late", PRICE.replace("@Dense(units = 1)", "@Hidden").replace("Price", "Late"))
            .withProcessor(
                new LateSource(
                    "Hidden",
                    """
                    import org.synapt.annotations.*;
                    @Block
                    @interface Hidden {
                      interface Body {
                        @Input Tensor x();
                        @Dense(units = 4) Tensor y();
                      }
                    }
                    """));

    assertThat(project.compile(compiler)).isEmpty();
    assertThat(project.generated())
        .containsExactly("Hidden.java", "HiddenRows.java", "LateNetwork.java");
  }

  @Test
  void tellsOfMistakesBesideNamesThatNeverAppear() {
    List<Said> said =
        project("never")
            .with("Never", PRICE.replace("shape = 12", "shape = Sizes.WIDE").replace("1", "0"))
            .compile(Compilers.JAVAC);

    assertThat(said.stream().map(Said::text)).containsExactly("cannot find symbol");
  }

  @ParameterizedTest
  @EnumSource
  void leavesMissingTypesInsideAnAnnotationToTheCompiler(Compilers compiler) {
    List<Said> said =
        project("nested")
            .with(
                "Price",
                PRICE.replace(
                    "units = 1", "units = 1, kernelInitializer = @Initialise(Initializer.ONES)"))
            .compile(compiler);

    assertThat(said).isNotEmpty();
    assertThat(said.stream().filter(Said::isProblem)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void reportsItsOwnFaultsOnTheDeclaration(Compilers compiler) {
    Project project = project("fault").with("Price", PRICE).withoutProcessors();

    List<Said> said =
        project.withProcessor(new FaultyDoor(new NetworkProcessor())).compile(compiler);

    assertThat(said).hasSize(1);
    assertThat(said.get(0).line()).isEqualTo(4);
    assertThat(said.get(0).text())
        .isEqualTo(
            "[InternalFault] the compiler failed in the room emission:"
                + " java.lang.IllegalStateException: the disk is on fire");
  }
}
