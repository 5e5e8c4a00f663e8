package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileFileTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  private Path file(String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return file(json.length, json, dataBytes);
  }

  private Path file(long claimed, byte[] header, int dataBytes) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(claimed).put(header);
    return Files.write(folder.resolve("hostile"), bytes.array());
  }

  private static String refusal(Path file) {
    return assertThrows(ParameterFileException.class, () -> ParameterFile.read(file)).getMessage();
  }

  @Test
  void readsWhatIsSound() throws IOException {
    Path file =
        file(
            " {\"__metadata__\":{\"a\\u00e9\\n"
                + "\":\"\\\"b\\\\\"}, \"t\" : {\"shape\":[1, 2],"
                + "\"dtype\":\"F32\",\"data_offsets\":[4,12]},\"s\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}"
                + "   ",
            12);

    assertThat(ParameterFile.read(file).keySet()).containsExactly("s", "t").inOrder();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 100_000_001, 4})
  void doesNotBelieveTheLengthOfTheHeader(long claimed) throws IOException {
    Path file = file(claimed, "{}".getBytes(StandardCharsets.UTF_8), 0);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());

    assertThat(refusal(file)).contains("claims a header of");

    long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes).isLessThan(1_000_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void refusesFilesTooShortForALength(int bytes) throws IOException {
    Path file = Files.write(folder.resolve("short"), new byte[bytes]);

    assertThat(refusal(file)).contains("too few for a header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "; '{' is missing",
        "[]; '{' is missing",
        "{; '\"' is missing",
        "{\"t\"; ':' is missing",
        "{\"t\":{}}; '\"' is missing",
        "{\"t\":{\"dtype\":\"F32\"}}; has only the fields [dtype]",
        "{\"t\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}; two fields dtype",
        "{\"t\":{\"extra\":[[[[[[]]]]]]}}; unknown field extra",
        "{\"t\":{\"shape\":[[1]]}}; whole number",
        "{\"t\":{\"shape\":[-1]}}; whole number",
        "{\"t\":{\"shape\":[1.0]}}; ']' is missing",
        "{\"t\":{\"shape\":[01]}}; whole number",
        "{\"t\":{\"shape\":[99999999999999999999]}}; too large",
        "{\"a\\x\":1}; no escape",
        "{\"a\\u12g4\":1}; four hexadecimal digits",
        "{\"a; ends within a text",
        "{} x; follows the last brace",
        "{\"__metadata__\":{\"a\":1}}; '\"' is missing",
        "{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}}; a comes twice",
        "{\"__metadata__\":{},\"__metadata__\":{}}; __metadata__ comes twice",
      })
  void refusesHeadersThatAreNotTheFormats(String header, String expected) throws IOException {
    assertThat(refusal(file(header == null ? "" : header, 0))).contains(expected);
  }

  @Test
  void refusesTensorsThatComeTwice() throws IOException {
    String tensor = "\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

    assertThat(refusal(file("{" + tensor + "," + tensor + "}", 4))).contains("t comes twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "F32; [2]; [0,4]; 4; does not fit bytes 0 to 4",
        "F32; [1]; [4,0]; 4; does not fit bytes 4 to 0",
        "F32; [4294967296,4294967296]; [0,4]; 4; does not fit",
        "F32; [9223372036854775807]; [0,4]; 4; does not fit",
        "F99; [1]; [0,4]; 4; unknown type F99",
        "F64; [1]; [0,8]; 8; only F32",
        "F32; [1]; [4,8]; 8; leaves a gap",
        "F32; [1]; [0,4]; 3; it was cut off",
        "F32; [1]; [0,4]; 5; something follows",
        "F32; [1]; [0,4,8]; 4; 3 data_offsets",
        "F32; [1000000000]; [0,4000000000]; 4; it was cut off",
      })
  void refusesTensorsThatDoNotLieInTheFile(
      String dtype, String shape, String offsets, int dataBytes, String expected)
      throws IOException {
    Path file =
        file(
            "{\"t\":{\"dtype\":\""
                + dtype
                + "\",\"shape\":"
                + shape
                + ",\"data_offsets\":"
                + offsets
                + "}}",
            dataBytes);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());

    assertThat(refusal(file)).contains(expected);

    long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes).isLessThan(1_000_000L);
  }

  @Test
  void refusesTensorsThatOverlap() throws IOException {
    Path file =
        file(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
            12);

    assertThat(refusal(file)).contains("b begins at byte 4, within the tensor before it");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    assertThat(refusal(file(2, new byte[] {'{', (byte) 0xff}, 0))).contains("not UTF-8");
  }

  @Test
  void refusesListsWithoutEnd() throws IOException {
    StringBuilder shape = new StringBuilder("{\"t\":{\"shape\":[1");
    for (int i = 0; i < 10_000; i++) {
      shape.append(",1");
    }

    assertThat(refusal(file(shape.append("]}}").toString(), 0))).contains("more than 64 numbers");
  }

  @Test
  void answersDamageWithNothingButItsOwnException() throws IOException {
    byte[] sound =
        Files.readAllBytes(
            file(
                "{\"__metadata__\":{\"k\":\"v\"},\"t\":{\"dtype\":\"F32\",\"shape\":[2,3],"
                    + "\"data_offsets\":[0,24]}}",
                24));
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = sound.clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        damaged[random.nextInt(damaged.length - 24)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged"), damaged);
      try {
        ParameterFile.read(file);
      } catch (ParameterFileException e) {
        assertThat(e).hasMessageThat().startsWith(file + ": ");
      }
    }
  }
}
