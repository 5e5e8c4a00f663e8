package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On files of the same format with a few images, since the real ones do not belong here. */
@Tag("D13")
final class Cifar10Test {
  @TempDir Path folder;

  /** Images whose red is their number, whose green rises, and whose blue is 255. */
  private static byte[] images(int count) {
    byte[] bytes = new byte[count * 3073];
    for (int i = 0; i < count; i++) {
      int at = i * 3073;
      bytes[at] = (byte) (i % 10);
      Arrays.fill(bytes, at + 1, at + 1025, (byte) i);
      for (int pixel = 0; pixel < 1024; pixel++) {
        bytes[at + 1025 + pixel] = (byte) (pixel / 4);
      }
      Arrays.fill(bytes, at + 2049, at + 3073, (byte) 255);
    }
    return bytes;
  }

  @Test
  void putsTheChannelsOfEachPixelTogether() throws IOException {
    Path one = Files.write(folder.resolve("data_batch_1.bin"), images(150));
    Path two = folder.resolve("data_batch_2.bin.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(two))) {
      out.write(images(3));
    }

    Examples examples = Cifar10.read(one, two);

    assertThat(examples.count()).isEqualTo(153);
    Column pixels = examples.input("pixels");
    assertThat(pixels.value(51, 3 * 400)).isEqualTo(0.2f);
    assertThat(pixels.value(51, 3 * 408 + 1)).isEqualTo(0.4f);
    assertThat(pixels.value(152, 3 * 1023 + 2)).isEqualTo(1f);
    assertThat(examples.target("label").value(127, 7)).isEqualTo(1f);
    assertThat(examples.target("label").value(152, 2)).isEqualTo(1f);
    assertThat(Cifar10.classes().get(9)).isEqualTo("truck");
  }

  @Test
  void refusesFilesThatAreNone() throws IOException {
    Path cut = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(images(2), 3_100));
    byte[] wrong = images(2);
    wrong[3073] = 10;
    Path label = Files.write(folder.resolve("label.bin"), wrong);

    assertThat(assertThrows(MalformedFileException.class, () -> Cifar10.read(cut)))
        .hasMessageThat()
        .contains("cut.bin ends within an image: 3046 of its 3073 bytes are missing");
    assertThat(assertThrows(MalformedFileException.class, () -> Cifar10.read(label)))
        .hasMessageThat()
        .contains("label.bin: label 1 is 10, not one of 0 to 9");
    assertThrows(NoSuchFileException.class, () -> Cifar10.read(folder.resolve("none.bin")));
  }

  @Test
  void refusesADamagedArchive() throws IOException {
    Path file = folder.resolve("data.bin.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(images(3));
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

    assertThat(assertThrows(MalformedFileException.class, () -> Cifar10.read(file)))
        .hasMessageThat()
        .contains("data.bin.gz is damaged");
  }
}
