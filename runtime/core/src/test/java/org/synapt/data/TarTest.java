package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TarTest {
  private static final Path REVIEWS =
      Path.of("..", "..", "..", "shared", "data", "text", "review_polarity.tar.gz");

  @TempDir Path folder;

  /** Writes an archive as the tars of POSIX and GNU do. */
  private static final class Tar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Tar add(char type, String prefix, String name, String content) {
      byte[] header = new byte[512];
      byte[] bytes = content.getBytes(UTF_8);
      put(header, 0, name);
      put(header, 100, "0000644");
      put(header, 124, String.format(Locale.ROOT, "%011o", bytes.length));
      header[156] = (byte) type;
      put(header, 257, prefix.equals("gnu") ? "ustar  " : "ustar\u000000");
      put(header, 345, prefix.equals("gnu") ? "1234567" : prefix);
      Arrays.fill(header, 148, 156, (byte) ' ');
      int sum = 0;
      for (byte b : header) {
        sum += b & 0xff;
      }
      put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
      out.writeBytes(header);
      out.writeBytes(bytes);
      out.writeBytes(new byte[-bytes.length & 511]);
      return this;
    }

    private static void put(byte[] header, int at, String text) {
      byte[] bytes = text.getBytes(UTF_8);
      System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    byte[] end() {
      out.writeBytes(new byte[1024]);
      return out.toByteArray();
    }
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] archive() {
    String name = String.join("", Collections.nCopies(30, "name"));
    return new Tar()
        .add('5', "", "top/", "")
        .add('0', "", "top/pos/2.txt", "caf\u00e9")
        .add('0', "", "top/neg/1.txt", String.join("", Collections.nCopies(200, "long ")))
        .add('0', "top/neg", "0.txt", "by prefix")
        .add('L', "gnu", "././@LongLink", "top/pos/" + name + ".txt\0")
        .add('0', "gnu", "top/pos/cut", "by GNU")
        .add('x', "", "PaxHeader", "30 mtime=1.5\n140 path=top/pos/" + name + "2.txt\n")
        .add('0', "", "top/pos/cut", "by POSIX")
        .add('2', "", "top/pos/link.txt", "")
        .add('0', "", "top/readme.txt", "of no class")
        .add('\0', "", "./top/pos/1.txt", "")
        .end();
  }

  private LabelledTexts read(byte[] archive) throws IOException {
    return LabelledTexts.tar(
        Files.write(folder.resolve("texts.tar"), archive), "top", StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsWhatTarsWrite(boolean zipped) throws IOException {
    LabelledTexts texts = read(zipped ? gzipped(archive()) : archive());

    assertThat(texts.classes()).containsExactly("neg", "pos").inOrder();
    assertThat(texts.texts())
        .containsExactly(
            "by prefix",
            String.join("", Collections.nCopies(200, "long ")),
            "",
            "caf\u00e9",
            "by GNU",
            "by POSIX")
        .inOrder();
  }

  @Test
  void neverReadsACutArchiveAsAShorterOne() throws IOException {
    byte[] whole = archive();
    for (int length = 0; length <= whole.length - 1024; length += 128) {
      byte[] cut = Arrays.copyOf(whole, length);
      MalformedFileException thrown =
          assertThrows(MalformedFileException.class, () -> read(cut), "cut at " + length);
      assertThat(thrown).hasMessageThat().contains("texts.tar ends too early");
    }
    byte[] zipped = gzipped(whole);
    for (int length : new int[] {1, 3, 12, zipped.length / 2, zipped.length - 20}) {
      assertThrows(MalformedFileException.class, () -> read(Arrays.copyOf(zipped, length)));
    }
  }

  @Test
  void saysThatAHeaderIsDamaged() throws IOException {
    byte[] damaged = archive();
    damaged[512] ^= 1;
    assertThat(assertThrows(MalformedFileException.class, () -> read(damaged)))
        .hasMessageThat()
        .contains("the sum of a header is not");
    byte[] size = new Tar().add('0', "", "top/a/1.txt", "x").end();
    size[124] = (byte) 0x80;
    assertThrows(MalformedFileException.class, () -> read(size));
    byte[] noise = new byte[2048];
    Arrays.fill(noise, (byte) 'x');
    assertThat(assertThrows(MalformedFileException.class, () -> read(noise)))
        .hasMessageThat()
        .contains("no tar archive");
    byte[] zipped = gzipped(archive());
    zipped[zipped.length / 2] ^= 0x55;
    assertThrows(MalformedFileException.class, () -> read(zipped));
  }

  @Test
  void saysThatTheFolderIsNotThere() throws IOException {
    byte[] other = new Tar().add('0', "", "bottom/a/1.txt", "x").end();

    assertThat(assertThrows(MalformedFileException.class, () -> read(other)))
        .hasMessageThat()
        .contains("folder top holds no folder with texts");
  }

  /** Pang and Lee, polarity dataset v2.0: 1,000 reviews of each class. */
  @Test
  void readsTheReviewsOfMovies() throws IOException {
    Assumptions.assumeTrue(Files.exists(REVIEWS), "the reviews are not here");

    LabelledTexts reviews = LabelledTexts.tar(REVIEWS, "txt_sentoken", StandardCharsets.ISO_8859_1);

    assertThat(reviews.toString()).isEqualTo("2000 texts of [neg, pos]");
    assertThat(reviews.texts().get(0)).startsWith("plot : two teen couples go to a church party");
    assertThat(reviews.label(999)).isEqualTo(0);
    assertThat(reviews.label(1000)).isEqualTo(1);
  }
}
