package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adapters for ND4J beside the networks, where the compiler is asked for them. */
final class Nd4jTest {
  private static final String HOUSE =
      """
      package org.example;
      import org.synapt.annotations.*;
      public interface House {
        @Network
        interface Price {
          @Input(shape = {3, 4}) Tensor measures();
          @Flatten Tensor flat();
          @Output(loss = Loss.MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor price();
        }
      }
      """;

  @TempDir private Path folder;

  private Project house(String name) {
    return new Project(folder.resolve(name)).withFile("org/example/House.java", HOUSE);
  }

  private Project withNd4j(String name) {
    Project project = house(name).withOption("-Asynapt.nd4j=true");
    Compilers.nd4j().forEach(project::withClasses);
    return project;
  }

  @ParameterizedTest
  @EnumSource
  void writesAnAdapterBesideEachNetwork(Compilers compiler) {
    Project project = withNd4j("asked" + compiler);

    assertThat(project.compile(compiler)).isEmpty();
    assertThat(project.generated())
        .containsExactly("org/example/House_PriceNetwork.java", "org/example/House_PriceNd4j.java");
    assertThat(project.generated("org/example/House_PriceNd4j"))
        .contains("class House_PriceNd4j extends Nd4jAdapter<House_PriceNetwork>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Asynapt.nd4j=false", "-Asynapt.dump=cost"})
  void writesNoneUnlessAskedTo(String option) {
    Project project = house("without").withOption(option);

    assertThat(project.compile(Compilers.JAVAC)).isEmpty();
    assertThat(project.generated()).containsExactly("org/example/House_PriceNetwork.java");
  }

  @ParameterizedTest
  @EnumSource
  void theNetworksClassIsTheSameWithAndWithout(Compilers compiler) {
    Project without = house("plain" + compiler);
    Project with = withNd4j("with" + compiler);
    without.compile(compiler);
    with.compile(compiler);

    String network = with.generated("org/example/House_PriceNetwork");
    assertThat(network).isEqualTo(without.generated("org/example/House_PriceNetwork"));
    assertThat(network.toLowerCase(Locale.ROOT)).doesNotContain("nd4j");
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsMissingAndWritesTheNetworkAllTheSame(Compilers compiler) {
    Project project = house("missing" + compiler).withOption("-Asynapt.nd4j=true");

    List<Said> said = project.compile(compiler);

    assertThat(said.stream().map(Said::text))
        .containsExactly(
            "[Nd4jMissing] House_PriceNd4j needs org.synapt.nd4j.Nd4jAdapter,"
                + " which is not on the class path");
    assertThat(project.generated()).containsExactly("org/example/House_PriceNetwork.java");
  }

  @Test
  void tellsOfAnApiThatIsMissing() {
    Project project = house("api").withOption("-Asynapt.nd4j=true");

    List<Said> said = project.withClasses(Compilers.nd4j().get(0)).compile(Compilers.JAVAC);

    assertThat(said.stream().map(Said::text))
        .containsExactly(
            "[Nd4jMissing] House_PriceNd4j needs org.nd4j.linalg.api.ndarray.INDArray,"
                + " which is not on the class path");
  }

  @Test
  void leavesAClassOfTheUsersAlone() {
    Project project =
        withNd4j("taken")
            .withFile(
                "org/example/House_PriceNd4j.java",
                "package org.example; class House_PriceNd4j {}");

    assertThat(project.compile(Compilers.JAVAC).stream().map(Said::text))
        .containsExactly(
            "[GeneratedNameTaken] the class org.example.House_PriceNd4j, which is to be generated,"
                + " exists already");
  }
}
