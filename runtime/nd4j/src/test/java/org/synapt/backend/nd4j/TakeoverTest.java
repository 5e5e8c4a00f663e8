package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/**
 * Where ND4J cannot be had, a sentence says why, and another backend works instead; where it is not
 * needed, nothing of it is loaded.
 */
final class TakeoverTest {
  private static final String ONEDNN_NATIVES = "(dnnl|opencl)-.*";
  private static final String PLATFORM = Loader.getPlatform();

  @TempDir Path folder;

  /** Opens the best backend, or the one that is named, and says who takes what. */
  static final class Opens {
    private Opens() {}

    public static void main(String[] name) {
      try (Backend backend = name.length == 0 ? Backends.best() : Backends.named(name[0])) {
        System.out.println("small: " + backend.suited(1).device());
        System.out.println("large: " + backend.suited(1_000_000_000).device());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** Opens a backend for networks of some size. */
  static final class Suits {
    private Suits() {}

    public static void main(String[] arguments) {
      try (Backend backend = Backends.named(arguments[0])) {
        System.out.println(backend.suited(Long.parseLong(arguments[1])).device());
      }
    }
  }

  private static Program opens() {
    return new Program(Opens.class).option("-Dsynapt.threads=1").without(ONEDNN_NATIVES);
  }

  /** What the program said, and the log said of ND4J. */
  private static List<String> said(String output) {
    return output
        .lines()
        .filter(line -> line.matches("(INFO|WARNING): .*nd4j.*|small: .*|large: .*|The .*"))
        .toList();
  }

  private static List<String> javaBecause(String reason) {
    return List.of(
        "INFO: Passed over the backend nd4j: " + reason,
        "small: java, 1 thread",
        "large: java, 1 thread");
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void takesJavaWithoutAClassOfNd4j() throws Exception {
    Program program = opens().without("(nd4j|javacpp|openblas|guava|protobuf|jackson|slf4j)-.*");
    assertThat(said(program.run()))
        .containsExactlyElementsIn(
            javaBecause("ND4J is not on the class path; add org.nd4j:nd4j-api:1.0.0-M2.1"))
        .inOrder();
  }

  @Test
  void takesJavaWithoutABackendOfNd4j() throws Exception {
    Program program = opens().without("nd4j-native.*").without("openblas.*");
    assertThat(said(program.run()))
        .containsExactlyElementsIn(
            javaBecause(
                "no backend of ND4J is on the class path; add org.nd4j:nd4j-native:1.0.0-M2.1 and"
                    + " org.nd4j:nd4j-native:1.0.0-M2.1:"
                    + PLATFORM
                    + " and org.bytedeco:openblas:0.3.19-1.5.7:"
                    + PLATFORM
                    + " and org.bytedeco:javacpp:1.5.13:"
                    + PLATFORM
                    + " (group, artifact, version and classifier)"))
        .inOrder();
  }

  @Test
  void refusesToBeNamedWhereItIsMissing() throws Exception {
    assertThat(said(opens().without("nd4j-.*").run("nd4j")))
        .containsExactly(
            "The backend nd4j is unavailable: ND4J is not on the class path; add"
                + " org.nd4j:nd4j-api:1.0.0-M2.1");
  }

  /** As where only ND4J's jar for CUDA is on the class path; nobody finds a GPU here. */
  @Test
  void takesJavaWithoutAGpu() throws Exception {
    write(
        folder.resolve("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend"),
        "org.nd4j.linalg.jcublas.JCublasBackend\n");
    Program program =
        opens()
            .without("nd4j-native.*")
            .classPathBegins(folder)
            .environment("CUDA_VISIBLE_DEVICES", "-1");
    List<String> said = said(program.run());
    assertThat(said).hasSize(3);
    assertThat(said.get(0))
        .startsWith("INFO: Passed over the backend nd4j: ND4J's CUDA backend cannot be used: ");
    assertThat(said.get(2)).isEqualTo("large: java, 1 thread");
  }

  @Test
  void warnsAndTakesJavaWhereItsNativesDoNotLoad() throws Exception {
    String place = "org/nd4j/linalg/cpu/nativecpu/bindings/" + PLATFORM + "/";
    write(folder.resolve(place + System.mapLibraryName("jnind4jcpu")), "no library");
    List<String> said =
        said(
            opens()
                .without("nd4j-native-[^-]*-[^-]*-" + PLATFORM + ".*")
                .classPathBegins(folder)
                .run());
    assertThat(said).hasSize(3);
    assertThat(said.get(0)).isEqualTo("small: java, 1 thread");
    assertThat(said.get(1))
        .startsWith("WARNING: The backend java takes over from nd4j: its natives do not load: ");
    assertThat(said.get(1)).contains(System.mapLibraryName("jnind4jcpu"));
    assertThat(said.get(2)).isEqualTo("large: java, 1 thread");
  }

  @Test
  void isTakenWhereOneDnnIsMissing() throws Exception {
    assertThat(said(opens().run()))
        .containsExactly("small: java, 1 thread", "large: nd4j 1.0.0-M2.1, CPU, OpenBLAS, 1 thread")
        .inOrder();
  }

  @Test
  void hasAsManyThreadsAsOpenMpIsTold() throws Exception {
    Program program =
        new Program(Opens.class).without(ONEDNN_NATIVES).environment("OMP_NUM_THREADS", "3");
    assertThat(said(program.run()))
        .containsExactly(
            "small: java, 3 threads", "large: nd4j 1.0.0-M2.1, CPU, OpenBLAS, 3 threads")
        .inOrder();
  }

  @Test
  void loadsNothingOfNd4jForOthers() throws Exception {
    for (String backend : List.of("java", "onednn")) {
      assertThat(classesOfNd4j(new Program(Suits.class), backend, "1000000000")).isEmpty();
    }
  }

  @Test
  void loadsNothingOfNd4jForSmallNetworks() throws Exception {
    assertThat(classesOfNd4j(new Program(Suits.class), "nd4j", "1")).isEmpty();
  }

  private static List<String> classesOfNd4j(Program program, String... arguments) throws Exception {
    List<String> lines = program.option("-Xlog:class+load").run(arguments).lines().toList();
    assertThat(lines.stream().filter(line -> line.contains("org.synapt.backend.Backends ")).count())
        .isEqualTo(1);
    return lines.stream().filter(line -> line.matches(".*\\] org\\.nd4j\\..*")).toList();
  }
}
