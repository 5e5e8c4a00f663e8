package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/** Where oneDNN cannot be had, a sentence says why, and plain Java works instead. */
@NeedsNoNatives
final class TakeoverTest {
  private static final String PASSED_OVER = "INFO: Passed over the backend onednn: ";

  @TempDir Path folder;

  /** Opens the best backend, or the one that is named, and says what it is. */
  static final class Opens {
    private Opens() {}

    public static void main(String[] name) {
      try (Backend backend = name.length == 0 ? Backends.best() : Backends.named(name[0])) {
        System.out.println(backend.device());
        System.out.println(backend.suited(1_000_000).device());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static Program opens() {
    return new Program(Opens.class);
  }

  private static String here() {
    return NativeJars.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  private static String missing() {
    return "its natives are not on the class path; add org.bytedeco:dnnl:3.11-1.5.13:"
        + here()
        + " and org.bytedeco:opencl:3.0-1.5.13:"
        + here()
        + " (group, artifact, version and classifier)";
  }

  /** Lines that are neither dates nor what the virtual machine says of itself. */
  private static List<String> said(String output) {
    return output
        .lines()
        .filter(line -> line.matches("(INFO|WARNING|SEVERE): .*|java, .*|onednn, .*|The .*"))
        .toList();
  }

  @Test
  void saysWhichJarsAreMissingAndTakesJava() throws Exception {
    assertThat(said(opens().withoutNatives().run()))
        .containsExactly(PASSED_OVER + missing(), "java, 1 thread", "java, 1 thread")
        .inOrder();
  }

  @Test
  void refusesToBeNamedWhereJarsAreMissing() throws Exception {
    assertThat(said(opens().withoutNatives().run("onednn")))
        .containsExactly("The backend onednn is unavailable: " + missing());
  }

  @Test
  void saysForWhichPlatformsThereAreNatives() throws Exception {
    assertThat(said(opens().option("-Dos.arch=sparc").option("-Dos.name=SunOS").run()))
        .containsExactly(
            PASSED_OVER
                + "there are no natives of oneDNN for sunos-sparc, only for linux-x86_64,"
                + " linux-arm64, macosx-arm64, macosx-x86_64, windows-x86_64",
            "java, 1 thread",
            "java, 1 thread")
        .inOrder();
  }

  @Test
  void saysWhyALibraryDoesNotLoad() throws Exception {
    for (String artifact : List.of("dnnl", "opencl")) {
      Path libraries =
          Files.createDirectories(folder.resolve("org/bytedeco/" + artifact + "/" + here()));
      for (String name : List.of("jnidnnl", "jniOpenCL")) {
        Files.writeString(libraries.resolve(System.mapLibraryName(name)), "no library");
      }
    }
    List<String> said = said(opens().withoutNatives().classPathBegins(folder).run());
    assertThat(said).hasSize(3);
    assertThat(said.get(0)).startsWith(PASSED_OVER + "its natives do not load: ");
    assertThat(said.get(0)).contains(System.mapLibraryName("jniOpenCL"));
    assertThat(said.get(1)).isEqualTo("java, 1 thread");
  }
}
