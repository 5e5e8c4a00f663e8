package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On files of the same format with three images, since the real ones do not belong here. */
final class MnistTest {
  @TempDir Path folder;

  private static byte[] images(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * 784);
    bytes.putInt(0x0803).putInt(count).putInt(28).putInt(28);
    for (int i = 0; i < count * 784; i++) {
      bytes.put((byte) (i % 256));
    }
    return bytes.array();
  }

  private static byte[] labels(int... labels) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
    bytes.putInt(0x0801).putInt(labels.length);
    for (int label : labels) {
      bytes.put((byte) label);
    }
    return bytes.array();
  }

  @Test
  @Tag("D1")
  @Tag("D2")
  void readsPixelsFrom0To1AndDigitsAsRows() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), images(3));
    Files.write(folder.resolve("train-labels.idx1-ubyte"), labels(5, 0, 9));

    Examples examples = Mnist.train(folder);

    assertThat(examples.count()).isEqualTo(3);
    assertThat(examples.input("pixels").width()).isEqualTo(784);
    assertThat(examples.input("pixels").value(0, 255)).isEqualTo(1f);
    assertThat(examples.input("pixels").value(0, 51)).isEqualTo(0.2f);
    assertThat(examples.target("digit").value(0, 5)).isEqualTo(1f);
    assertThat(examples.target("digit").value(2, 9)).isEqualTo(1f);
    assertThat(examples.target("digit").value(2, 0)).isEqualTo(0f);
    assertThat(Mnist.train(folder, 2).count()).isEqualTo(2);
  }

  @Test
  @Tag("D15")
  void readsTheSameImagesAgainForEachEpoch() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), images(700));
    int[] digits = new int[700];
    Arrays.setAll(digits, i -> i % 10);
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(digits));

    Dataset stream = Mnist.stream(folder);

    assertThat(stream.count().getAsLong()).isEqualTo(700);
    for (int epoch = 0; epoch < 2; epoch++) {
      Examples read = stream.prefetch(1).toExamples();
      assertThat(read.input("pixels").toArray())
          .isEqualTo(Mnist.train(folder).input("pixels").toArray());
      assertThat(read.target("digit").toArray())
          .isEqualTo(Mnist.train(folder).target("digit").toArray());
    }
  }

  @Test
  @Tag("D15")
  void refusesToReadFilesSideBySideThatDoNotBelongTogether() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), images(3));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(1, 2));

    assertThat(assertThrows(MalformedFileException.class, () -> Mnist.stream(folder)))
        .hasMessageThat()
        .contains("holds 3 items, but");

    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(1, 2, 10));
    Dataset stream = Mnist.stream(folder);
    assertThat(assertThrows(DatasetException.class, () -> stream.open(0)))
        .hasMessageThat()
        .contains(
            "the function that maps chunk 1, behind 0 examples, failed: label 2 is 10, not one of"
                + " 0 to 9");
  }

  @Test
  void saysWhichFileIsMissing() {
    NoSuchFileException thrown = assertThrows(NoSuchFileException.class, () -> Mnist.test(folder));

    assertThat(thrown).hasMessageThat().contains("t10k-images-idx3-ubyte");
  }

  @Test
  void refusesLabelsThatDoNotBelongToTheImages() throws IOException {
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(3));
    Path labels = Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(5, 0));
    assertThat(assertThrows(MalformedFileException.class, () -> Mnist.test(folder)))
        .hasMessageThat()
        .contains("a label for each image");

    Files.write(labels, labels(5, 0, 10));
    assertThat(assertThrows(MalformedFileException.class, () -> Mnist.test(folder)))
        .hasMessageThat()
        .contains("label 2 is 10");
  }

  @Test
  void downloadsWhatIsNotThereAndComparesItsHash() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Files.write(source.resolve("abc"), "abc".getBytes(StandardCharsets.US_ASCII));
    Download abc =
        new Download(
            "abc",
            // From FIPS 180-2, appendix B.1.
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Arrays.asList(folder.resolve("nowhere").toUri() + "/", source.toUri().toString()));

    abc.into(cache);
    assertThat(Files.readAllBytes(cache.resolve("abc"))).hasLength(3);

    // A second time nothing is fetched, unless what is there is damaged.
    Files.delete(source.resolve("abc"));
    abc.into(cache);
    Files.write(cache.resolve("abc"), new byte[] {1});
    IOException thrown = assertThrows(IOException.class, () -> abc.into(cache));
    assertThat(thrown).hasMessageThat().contains("put it into " + cache);
    assertThat(thrown).hasMessageThat().contains("nowhere/abc");
    assertThat(thrown).hasMessageThat().contains("source/abc");
  }

  @Test
  void refusesADownloadWithAnotherHash() throws IOException {
    Files.write(folder.resolve("abc"), "abd".getBytes(StandardCharsets.US_ASCII));
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Download abc =
        new Download("abc", "ba7816bf", Collections.singletonList(folder.toUri().toString()));

    IOException thrown = assertThrows(IOException.class, () -> abc.into(cache));

    assertThat(thrown).hasMessageThat().contains("SHA-256");
    assertThat(cache.toFile().list()).isEmpty();
  }
}
