package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of made-up class paths and made-up GPUs. */
final class AvailabilityTest {
  private static final String PLATFORM = "linux-x86_64";
  private static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
  private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";
  private static final Gpus HOPPER = Gpus.of(List.of(new Gpu("GPU-1", "NVIDIA H200", "9.0")));
  private static final Gpus AMPERE = Gpus.of(List.of(new Gpu("GPU-2", "NVIDIA A40", "8.6")));
  private static final Gpus NO_GPU = Gpus.none("there is none");
  private static final String UNSERVED =
      "the GPU NVIDIA H200 has compute capability 9.0, and ND4J 1.0.0-M2.1 has CUDA kernels for 3.7"
          + " to 8.6 only";

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private int questions;

  @BeforeEach
  void putTheApiOnTheClassPath() throws IOException {
    put("org/nd4j/linalg/factory/Nd4jBackend.class", "");
  }

  private void put(String file, String text) throws IOException {
    Path path = folder.resolve("classes").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void putBackends(String... lines) throws IOException {
    put("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend", String.join("\n", lines) + "\n");
  }

  private void putNatives(Library... libraries) throws IOException {
    for (Library library : libraries) {
      List<String> places = library.places(PLATFORM);
      put(places.get(places.size() - 1), "");
    }
  }

  private void putAllNatives() throws IOException {
    putNatives(Library.values());
  }

  private Verdict verdict(Gpus gpus) throws IOException {
    return verdict(PLATFORM, gpus);
  }

  private Verdict verdict(String platform, Gpus gpus) throws IOException {
    URL[] urls = {
      folder.resolve("classes").toUri().toURL(), folder.resolve("natives.jar").toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return new Availability(
              new ClassPath(loader, platform),
              environment,
              () -> {
                questions++;
                return gpus;
              })
          .verdict();
    }
  }

  @Test
  void hasNothingAgainstTheCpuWithItsNatives() throws IOException {
    putBackends("# a remark", "  " + CPU + "  # another", "");
    putNatives(Library.JAVACPP, Library.OPENBLAS, Library.CPU);
    assertThat(verdict(NO_GPU)).isEqualTo(new Verdict(none(), none()));
    assertThat(questions).isEqualTo(0);
  }

  @Test
  void namesTheNativesThatAreMissing() throws IOException {
    putBackends(CPU);
    putNatives(Library.CPU);
    put("META-INF/maven/org.bytedeco/openblas/pom.properties", "version=0.3.31-1.5.13\n");
    assertThat(verdict(NO_GPU).obstacle())
        .hasValue(
            "its natives are not all on the class path; add org.bytedeco:javacpp:1.5.7:linux-x86_64"
                + " and org.bytedeco:openblas:0.3.31-1.5.13:linux-x86_64 (group, artifact, version"
                + " and classifier)");
  }

  @Test
  void namesThePlatformsThereAreNativesFor() throws IOException {
    putBackends(CPU);
    assertThat(verdict("sunos-sparc", NO_GPU).obstacle())
        .hasValue(
            "it has no natives for sunos-sparc, only for linux-x86_64, linux-arm64, linux-armhf,"
                + " macosx-x86_64, macosx-arm64, windows-x86_64");
  }

  /** Classes of 1.5.13 call functions that natives of 1.5.7 lack. */
  @Test
  void findsJavaCppInTwoVersions() throws IOException {
    putBackends(CPU);
    putNatives(Library.OPENBLAS, Library.CPU);
    put("META-INF/maven/org.bytedeco/javacpp/pom.properties", "version=1.5.13\n");
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("natives.jar")))) {
      jar.putNextEntry(new JarEntry(Library.JAVACPP.places(PLATFORM).get(0)));
      jar.putNextEntry(new JarEntry("META-INF/maven/org.bytedeco/javacpp/pom.properties"));
      jar.write("version=1.5.7\n".getBytes(US_ASCII));
    }
    assertThat(verdict(NO_GPU).obstacle())
        .hasValue(
            "org.bytedeco:javacpp is 1.5.13 and its natives for linux-x86_64 are 1.5.7; make them"
                + " one version");
  }

  @Test
  void hasNothingAgainstAGpuThatIsServed() throws IOException {
    putBackends(CUDA);
    putAllNatives();
    assertThat(verdict(AMPERE)).isEqualTo(new Verdict(none(), none()));
    assertThat(questions).isEqualTo(1);
  }

  @Test
  void namesTheGpuThatIsTooNew() throws IOException {
    putBackends(CUDA);
    putAllNatives();
    assertThat(verdict(HOPPER).obstacle()).hasValue(UNSERVED);
  }

  /** Natives would not help it. */
  @Test
  void namesTheGpuThatIsTooNewBeforeNativesThatAreMissing() throws IOException {
    putBackends(CUDA);
    assertThat(verdict(HOPPER).obstacle())
        .hasValue("ND4J's CUDA backend cannot be used: " + UNSERVED);
  }

  @Test
  void saysThatThereIsNoGpu() throws IOException {
    putBackends(CUDA);
    putAllNatives();
    assertThat(verdict(NO_GPU).obstacle())
        .hasValue("ND4J's CUDA backend cannot be used: there is none");
    environment.put("CUDA_VISIBLE_DEVICES", "-1");
    assertThat(verdict(AMPERE).obstacle())
        .hasValue("ND4J's CUDA backend cannot be used: CUDA_VISIBLE_DEVICES='-1' hides every GPU");
  }

  @Test
  void namesTheNativesThatAGpuLacks() throws IOException {
    putBackends(CUDA);
    putNatives(Library.JAVACPP, Library.CUDA_RUNTIME);
    assertThat(verdict(AMPERE).obstacle())
        .hasValue(
            "its natives are not all on the class path; add"
                + " org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1:linux-x86_64 (group, artifact, version and"
                + " classifier)");
    assertThat(verdict("linux-arm64", AMPERE).obstacle())
        .hasValue(
            "ND4J's CUDA backend cannot be used: it has no natives for linux-arm64, only for"
                + " linux-x86_64, windows-x86_64");
  }

  /** ND4J asks its CUDA backend first, and takes it if there is any GPU. */
  @Test
  void knowsWhichOfTwoBackendsNd4jTakes() throws IOException {
    putBackends(CPU, CUDA);
    putAllNatives();
    assertThat(verdict(AMPERE)).isEqualTo(new Verdict(none(), none()));
    assertThat(verdict(NO_GPU))
        .isEqualTo(
            new Verdict(none(), Optional.of("ND4J's CUDA backend cannot be used: there is none")));
    assertThat(verdict(HOPPER).obstacle())
        .hasValue(
            UNSERVED + "; BACKEND_PRIORITY_CPU=101 in the environment has ND4J compute on the CPU");
  }

  @Test
  void goesByThePrioritiesOfTheEnvironment() throws IOException {
    putBackends(CUDA, CPU);
    putAllNatives();
    environment.put("BACKEND_PRIORITY_CPU", "101");
    assertThat(verdict(HOPPER)).isEqualTo(new Verdict(none(), none()));
    environment.put("BACKEND_PRIORITY_GPU", "102");
    assertThat(verdict(HOPPER).obstacle().isPresent()).isTrue();
    environment.put("BACKEND_PRIORITY_GPU", "many");
    assertThat(verdict(HOPPER)).isEqualTo(new Verdict(none(), none()));
  }

  @Test
  void believesBackendsOfOthers() throws IOException {
    putBackends(CPU, "com.example.OwnBackend");
    assertThat(verdict(NO_GPU)).isEqualTo(new Verdict(none(), none()));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
