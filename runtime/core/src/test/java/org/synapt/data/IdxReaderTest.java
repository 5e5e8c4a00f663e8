package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdxReaderTest {
  @TempDir Path folder;

  private Path file(boolean gzip, byte... bytes) throws IOException {
    Path file = folder.resolve("file.idx");
    if (!gzip) {
      return Files.write(file, bytes);
    }
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsBytesPlainAndGzipped(boolean gzip) throws IOException {
    Idx idx =
        IdxReader.read(
            file(
                gzip,
                (byte) 0,
                (byte) 0,
                (byte) 8,
                (byte) 2,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 2,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 3,
                (byte) 1,
                (byte) 2,
                (byte) 3,
                (byte) 0,
                (byte) 128,
                (byte) 255));

    assertThat(idx.shape()).isEqualTo(new int[] {2, 3});
    assertThat(idx.values()).isEqualTo(new float[] {1, 2, 3, 0, 128, 255});
  }

  @Test
  void readsEveryType() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0000_0E01);
    out.writeInt(2);
    out.writeDouble(1.5);
    out.writeDouble(-2);
    assertThat(IdxReader.read(file(false, bytes.toByteArray())).values())
        .isEqualTo(new float[] {1.5f, -2});

    bytes.reset();
    out.writeInt(0x0000_0D01);
    out.writeInt(1);
    out.writeFloat(0.25f);
    assertThat(IdxReader.read(file(false, bytes.toByteArray())).values())
        .isEqualTo(new float[] {0.25f});

    bytes.reset();
    out.writeInt(0x0000_0C01);
    out.writeInt(1);
    out.writeInt(-70_000);
    assertThat(IdxReader.read(file(false, bytes.toByteArray())).values())
        .isEqualTo(new float[] {-70_000});

    bytes.reset();
    out.writeInt(0x0000_0B01);
    out.writeInt(1);
    out.writeShort(-2);
    assertThat(IdxReader.read(file(false, bytes.toByteArray())).values())
        .isEqualTo(new float[] {-2});

    bytes.reset();
    out.writeInt(0x0000_0901);
    out.writeInt(1);
    out.writeByte(-3);
    assertThat(IdxReader.read(file(false, bytes.toByteArray())).values())
        .isEqualTo(new float[] {-3});
  }

  @Test
  void readsTheFirstItemsAlone() throws IOException {
    byte[] bytes = {0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6};

    Idx idx = IdxReader.read(file(true, bytes), 2);

    assertThat(idx.shape()).isEqualTo(new int[] {2, 2});
    assertThat(idx.values()).isEqualTo(new float[] {1, 2, 3, 4});
    assertThat(IdxReader.read(file(true, bytes), 9).shape()).isEqualTo(new int[] {3, 2});
  }

  private static String refusal(Path file) {
    return assertThrows(MalformedFileException.class, () -> IdxReader.read(file)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesWhatIsNotSound(boolean gzip) throws IOException {
    assertThat(refusal(file(gzip))).contains("ends too early");
    assertThat(refusal(file(gzip, (byte) 1, (byte) 0, (byte) 8, (byte) 1)))
        .contains("does not begin like");
    assertThat(refusal(file(gzip, new byte[] {0, 0, 7, 1, 0, 0, 0, 1, 1})))
        .contains("unknown type 0x7");
    assertThat(refusal(file(gzip, new byte[] {0, 0, 8, 1, -1, 0, 0, 0}))).contains("negative");
    assertThat(refusal(file(gzip, new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 1, 2})))
        .contains("1 of 3 bytes are missing");
    assertThat(refusal(file(gzip, new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 1, 2})))
        .contains("longer than its header says: [1]");
  }

  @Test
  void refusesDamagedGzip() throws IOException {
    Path file = file(true, new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3});
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 6] ^= 1;
    Files.write(file, bytes);
    assertThat(refusal(file)).contains("is damaged");

    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8});
    assertThat(refusal(file)).contains("ends too early");
  }

  @Test
  void allocatesNothingLargeForAPromise() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] promise = {0, 0, 8, 2, 0x40, 0, 0, 0, 0, 0, 0, 1, 5};
    byte[] tooMuch = {0, 0, 8, 3, 0x40, 0, 0, 0, 0x40, 0, 0, 0, 0x40, 0, 0, 0, 5};
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

    assertThat(refusal(file(false, promise))).contains("are missing");
    assertThat(refusal(file(true, promise))).contains("are missing");
    assertThat(refusal(file(true, tooMuch))).contains("more numbers than an array can hold");

    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes).isLessThan(3_000_000L);
  }
}
