package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;

/** The natives in processes of their own: how they are loaded, and what they do to a process. */
final class NativesTest {
  @TempDir Path folder;

  /** Multiplies, and says on what. */
  static final class Multiplies {
    private Multiplies() {}

    public static void main(String[] megabytes) throws IOException {
      try (Backend backend = Backends.best()) {
        System.out.println(backend.device());
        int floats = Integer.parseInt(megabytes[0]) << 18;
        backend.allocate(floats).put(0, new float[1], 0, 1);
        Buffer ballast = backend.allocate(floats);
        float[] ones = new float[1 << 18];
        for (int at = 0; at < floats; at += ones.length) {
          ballast.put(at, ones, 0, ones.length);
        }
      }
      int before = threads();
      PlainProduct.run(64, 65, 66);
      System.out.println("new threads: " + (threads() - before));
    }

    private static int threads() throws IOException {
      String status =
          Files.exists(Path.of("/proc/self/status"))
              ? Files.readString(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)
              : "Threads:\t0";
      return status
          .lines()
          .filter(line -> line.startsWith("Threads:"))
          .mapToInt(line -> Integer.parseInt(line.substring(8).trim()))
          .sum();
    }
  }

  private static Program multiplies() {
    return new Program(Multiplies.class);
  }

  @Test
  void areUnpackedWhereNobodyHas() throws Exception {
    Path cache = folder.resolve("cache");
    Program program = multiplies().option("-D" + NativeJars.CACHE_PROPERTY + "=" + cache);
    assertThat(program.run("1")).contains("onednn, float32, 1 thread");
    assertThat(Files.isDirectory(cache)).isTrue();
  }

  @Test
  void saysThatTheyCannotBeUnpacked() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    String output =
        new Program(TakeoverTest.Opens.class)
            .option("-D" + NativeJars.CACHE_PROPERTY + "=" + file.resolve("cache"))
            .option("-Duser.home=" + file)
            .option("-Djava.io.tmpdir=" + file)
            .run();
    assertThat(output)
        .contains(
            "Passed over the backend onednn: its natives cannot be unpacked, because no folder can"
                + " be written that JavaCPP tries; name one that can with the system property"
                + " org.bytedeco.javacpp.cachedir\n");
    assertThat(output).contains("java, 1 thread");
  }

  @Test
  void leaveOpenMpNoThreads() throws Exception {
    String output = multiplies().environment("OMP_NUM_THREADS", "7").run("1");
    assertThat(output).contains("new threads: 0");
  }

  /** By itself JavaCPP allows a process four times as much as its heap. */
  @Test
  void mayBeMuchLargerThanTheHeap() throws Exception {
    assertThat(multiplies().option("-Xmx32m").run("200")).contains("new threads: 0");
  }

  @Test
  void useNoMoreThanTheyMay() throws Exception {
    assumeTrue(Isa.effective().key().isPresent(), "oneDNN names x86 instructions only");
    String output =
        multiplies()
            .environment("ONEDNN_MAX_CPU_ISA", "SSE41")
            .option("-Dsynapt.precision=bf16")
            .run("1");
    assertThat(output).contains("onednn, bf16, 1 thread, sse41");
    assertWithMessage("a remark")
        .that(output)
        .contains(
            "INFO: precision=bf16 will be no faster than float32: this processor has no units for"
                + " it (sse41)");
  }
}
