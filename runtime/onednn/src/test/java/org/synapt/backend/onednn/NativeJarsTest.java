package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the jars on the class path. */
@NeedsNoNatives
final class NativeJarsTest {
  @TempDir Path folder;

  private static String library(String artifact, String name) {
    return "org/bytedeco/" + artifact + "/linux-x86_64/" + System.mapLibraryName(name);
  }

  private URL jar(String name, String entry) throws Exception {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return jar.toUri().toURL();
  }

  private static NativeJars jars(Optional<Path> cache, URL... jars) {
    return new NativeJars(new URLClassLoader(jars, null), "linux-x86_64", cache);
  }

  @Test
  void namesPlatformsAsJavaCppDoes() {
    assertThat(NativeJars.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
    assertThat(NativeJars.platform("Linux", "aarch64")).isEqualTo("linux-arm64");
    assertThat(NativeJars.platform("Mac OS X", "aarch64")).isEqualTo("macosx-arm64");
    assertThat(NativeJars.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
    assertThat(NativeJars.platform("Linux", "riscv64")).isEqualTo("linux-riscv64");
  }

  @Test
  void namesTheOneThatIsMissing() throws Exception {
    URL dnnl = jar("dnnl.jar", library("dnnl", "jnidnnl"));
    assertThat(jars(Optional.empty(), dnnl).obstacle())
        .hasValue(
            "its natives are not on the class path; add org.bytedeco:opencl:VERSION:linux-x86_64"
                + " (group, artifact, version and classifier)");
  }

  @Test
  void knowsWhetherJavaCppHasUnpackedThem() throws Exception {
    String dnnl = library("dnnl", "jnidnnl");
    String opencl = library("opencl", "jniOpenCL");
    Path cache = folder.resolve("cache");
    NativeJars jars =
        jars(Optional.of(cache), jar("dnnl-1.jar", dnnl), jar("opencl-1.jar", opencl));
    assertThat(jars.obstacle()).isEmpty();
    assertThat(jars.unpacked()).isFalse();

    unpack(cache.resolve("dnnl-1.jar").resolve(dnnl));
    assertThat(jars.unpacked()).isFalse();

    unpack(cache.resolve("opencl-1.jar").resolve(opencl));
    assertThat(jars.unpacked()).isTrue();
  }

  private static void unpack(Path library) throws Exception {
    Files.createDirectories(library.getParent());
    Files.write(library, new byte[1]);
  }
}
