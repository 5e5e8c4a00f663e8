package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.data.Interpolation;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;

@Tag("D14")
final class ImagesTest {
  @TempDir Path folder;

  /** Every number from 0 to 255 comes, and no two channels are alike. */
  private static NdArray pattern(int rows, int columns, int channels) {
    float[] values = new float[rows * columns * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 37 % 256;
    }
    return NdArray.of(values).reshape(rows, columns, channels);
  }

  @ParameterizedTest
  @CsvSource({"a.png, 1", "a.png, 3", "a.PNG, 4", "a.bmp, 3"})
  void keepsEveryNumber(String name, int channels) throws IOException {
    NdArray image = pattern(17, 20, channels);
    Path file = folder.resolve(name);

    Images.write(file, image);

    assertThat(Images.read(file)).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void comesNearWithJpeg(int channels) throws IOException {
    float[] values = new float[32 * 32 * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = 4 * (i / channels / 32) + 3 * (i / channels % 32) + 5 * (i % channels);
    }
    NdArray image = NdArray.of(values).reshape(32, 32, channels);
    Path file = folder.resolve("a.jpeg");

    Images.write(file, image);

    float[] read = Images.read(file).toArray();
    for (int i = 0; i < values.length; i++) {
      assertThat(read[i]).isWithin(12f).of(values[i]);
    }
    assertThat(Images.read(file).shape()).isEqualTo(image.shape());
  }

  @Test
  void writesAMatrixAsAGreyImage() throws IOException {
    Path file = folder.resolve("digit.png");
    NdArray digit = NdArray.of(new float[][] {{0, 0.5f, 1}, {0.2f, 0.4f, 0.6f}});

    Images.write(file, digit, PixelRange.UNIT);

    assertThat(Images.read(file)).isEqualTo(NdArray.of(0, 128, 255, 51, 102, 153).reshape(2, 3, 1));
    float[] unit = Images.read(file, 1, PixelRange.UNIT).toArray();
    assertThat(unit[2]).isEqualTo(1f);
    assertThat(unit[3]).isWithin(1e-7f).of(0.2f);
  }

  @Test
  void readsPalettes() throws IOException {
    byte[] dark = {0, (byte) 200};
    byte[] light = {0, 100};
    Path grey = folder.resolve("grey.png");
    Path colours = folder.resolve("colours.gif");
    write(new IndexColorModel(1, 2, dark, dark, dark), grey, "png");
    write(new IndexColorModel(1, 2, dark, light, dark), colours, "gif");

    assertThat(Images.read(grey)).isEqualTo(NdArray.of(0, 200).reshape(1, 2, 1));
    assertThat(Images.read(colours)).isEqualTo(NdArray.of(0, 0, 0, 200, 100, 200).reshape(1, 2, 3));
  }

  private static void write(IndexColorModel colours, Path file, String format) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, colours);
    image.getRaster().setSample(1, 0, 0, 1);
    ImageIO.write(image, format, file.toFile());
  }

  @Test
  void readsSixteenBits() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 65_535, 257 * 100});
    Path file = folder.resolve("deep.png");
    ImageIO.write(image, "png", file.toFile());

    assertThat(Images.read(file)).isEqualTo(NdArray.of(0, 255, 100).reshape(1, 3, 1));
  }

  /** ITU-R BT.601: white stays white, pure green is 0.587 of it. */
  @Test
  void changesChannels() throws IOException {
    NdArray image = NdArray.of(255, 255, 255, 0, 200, 0).reshape(1, 2, 3);
    Path file = folder.resolve("a.png");
    Images.write(file, image);

    float[] grey = Images.read(file, 1, PixelRange.BYTE).toArray();
    assertThat(grey[0]).isWithin(1e-4f).of(255);
    assertThat(grey[1]).isWithin(1e-4f).of(117.4f);
    assertThat(Images.channels(image, 4, PixelRange.BYTE))
        .isEqualTo(NdArray.of(255, 255, 255, 255, 0, 200, 0, 255).reshape(1, 2, 4));
    assertThat(Images.channels(NdArray.of(new float[][] {{0.5f}}), 4, PixelRange.UNIT))
        .isEqualTo(NdArray.of(0.5f, 0.5f, 0.5f, 1).reshape(1, 1, 4));
    assertThrows(IllegalArgumentException.class, () -> Images.channels(image, 2, PixelRange.BYTE));
  }

  /** PyTorch reference, examples of torch.nn.Upsample, bilinear with align_corners=False. */
  @Test
  void enlargesBilinearly() {
    assertThat(Images.resize(NdArray.of(new float[][] {{1, 2}, {3, 4}}), 4, 4))
        .isEqualTo(
            NdArray.of(
                new float[][] {
                  {1, 1.25f, 1.75f, 2},
                  {1.5f, 1.75f, 2.25f, 2.5f},
                  {2.5f, 2.75f, 3.25f, 3.5f},
                  {3, 3.25f, 3.75f, 4}
                }));
  }

  /**
   * TensorFlow, resize_nearest_neighbor with half_pixel_centers: old = floor((new + 0.5) · scale).
   */
  @Test
  void resizesToTheNearestPixel() {
    NdArray row = NdArray.of(new float[][] {{1, 2, 3, 4, 5}});

    assertThat(Images.resize(row, 1, 3, Interpolation.NEAREST))
        .isEqualTo(NdArray.of(new float[][] {{1, 3, 5}}));
    assertThat(Images.resize(row, 2, 10, Interpolation.NEAREST).toArray())
        .isEqualTo(new float[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5});
  }

  /** By hand: at half the size each new centre lies in the middle of four pixels. */
  @Test
  @Tag("D17")
  void halvesByTheMeanOfFour() {
    NdArray image = pattern(4, 6, 3);
    NdArray half = Images.resize(image, 2, 3);

    assertThat(half.shape()).isEqualTo(new int[] {2, 3, 3});
    float mean =
        (image.value(2, 4, 1) + image.value(2, 5, 1) + image.value(3, 4, 1) + image.value(3, 5, 1))
            / 4;
    assertThat(half.value(1, 2, 1)).isWithin(1e-4f).of(mean);
    assertThat(Images.resize(image, 4, 6)).isEqualTo(image);
    assertThrows(IllegalArgumentException.class, () -> Images.resize(image, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> Images.resize(image, 100_000, 100_000));
  }

  /** By hand: from −2 to 6, so 0 is a quarter of the way. */
  @Test
  void stretchesNumbersToAnImage() {
    assertThat(Images.stretch(NdArray.of(-2, 0, 6, 2).reshape(2, 2)))
        .isEqualTo(NdArray.of(0, 0.25f, 1, 0.5f).reshape(2, 2));
    assertThat(Images.stretch(NdArray.of(3, 3))).isEqualTo(NdArray.of(0.5f, 0.5f));
    NdArray wide = Images.stretch(NdArray.of(-Float.MAX_VALUE, Float.MAX_VALUE));
    assertThat(wide).isEqualTo(NdArray.of(0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.jpg", "a.bmp", "a.gif"})
  void refusesWhatIsTruncated(String name) throws IOException {
    Path whole = folder.resolve(name);
    if (name.endsWith("gif")) {
      ImageIO.write(
          new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED), "gif", whole.toFile());
    } else {
      Images.write(whole, pattern(9, 9, 3));
    }
    byte[] bytes = Files.readAllBytes(whole);
    NdArray image = Images.read(whole);
    int refused = 0;
    for (int length = 0; length < bytes.length; length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
      try {
        // What is behind the last pixel may be missing.
        assertThat(Images.read(cut)).isEqualTo(image);
      } catch (MalformedFileException e) {
        assertThat(e).hasMessageThat().contains("cut");
        refused++;
      }
    }
    assertThat(refused).isAtLeast(bytes.length - 24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.jpg", "a.bmp"})
  void survivesDamagedFiles(String name) throws IOException {
    Path whole = folder.resolve(name);
    Images.write(whole, pattern(9, 9, 3));
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 100; round++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      damaged[random.nextInt(Math.min(60, bytes.length))] = (byte) random.nextInt(256);
      Path file = Files.write(folder.resolve("damaged"), damaged);
      try {
        assertThat(Images.read(file).rank()).isEqualTo(3);
      } catch (MalformedFileException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(0);
  }

  @Test
  void refusesAbsurdSizesBeforeItReadsThem() throws IOException {
    ByteBuffer png = ByteBuffer.allocate(8 + 25);
    png.putLong(0x89504E470D0A1A0AL).putInt(13);
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(100_000)
            .putInt(50_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 crc = new CRC32();
    crc.update(header);
    png.put(header).putInt((int) crc.getValue());
    Path file = Files.write(folder.resolve("bomb.png"), png.array());

    assertThat(assertThrows(MalformedFileException.class, () -> Images.read(file)))
        .hasMessageThat()
        .contains("claims 100,000 columns and 50,000 rows; at most 67,108,864 pixels are read");
  }

  @Test
  void refusesFilesThatAreNoImages() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "not an image");
    Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);

    assertThat(assertThrows(MalformedFileException.class, () -> Images.read(text)))
        .hasMessageThat()
        .contains("text.png is no image of a known format: [png, jpeg, bmp, gif]");
    assertThrows(MalformedFileException.class, () -> Images.read(empty));
    assertThrows(NoSuchFileException.class, () -> Images.read(folder.resolve("none.png")));
  }

  @Test
  void refusesArraysThatAreNoImages() {
    Path file = folder.resolve("a.png");

    assertRefused(file, NdArray.of(1, 2), "not [2]");
    assertRefused(file, NdArray.of(new float[6]).reshape(1, 3, 2), "has 2 channels");
    assertRefused(
        file, NdArray.of(new float[75]).reshape(3, 5, 5), "transpose(1, 2, 0) puts the first axis");
    assertRefused(
        file, NdArray.of(0, -1).reshape(1, 2), "is -1.0 at row 0, column 1, channel 0, not from 0");
    assertRefused(file, NdArray.of(0, 256).reshape(1, 2), "not from 0 to 255");
    assertRefused(file, NdArray.of(Float.NaN).reshape(1, 1), "is NaN");
    assertRefused(folder.resolve("a.tiff"), NdArray.of(0).reshape(1, 1), "ends in none of");
    assertRefused(folder.resolve("png"), NdArray.of(0).reshape(1, 1, 1), "ends in none of");
    assertRefused(
        folder.resolve("a.jpg"), NdArray.of(new float[4]).reshape(1, 1, 4), "only PNG files");
    assertThat(Files.exists(file)).isFalse();
  }

  private static void assertRefused(Path file, NdArray image, String message) {
    assertThat(assertThrows(IllegalArgumentException.class, () -> Images.write(file, image)))
        .hasMessageThat()
        .contains(message);
  }

  @Test
  void writesFilesThatOthersMayReadAsAnyFile() throws IOException {
    Path image = folder.resolve("a.png");
    Images.write(image, pattern(2, 2, 1));
    Path plain = Files.write(folder.resolve("plain"), new byte[1]);

    assertThat(permissions(image)).isEqualTo(permissions(plain));
  }

  private static String permissions(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null ? "as the folder says" : view.readAttributes().permissions().toString();
  }

  @Test
  void leavesTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
    Path file = folder.resolve("a.png");
    Images.write(file, pattern(2, 2, 1));
    byte[] before = Files.readAllBytes(file);

    assertThrows(
        IllegalArgumentException.class, () -> Images.write(file, NdArray.of(300).reshape(1, 1)));
    assertThrows(
        IOException.class,
        () -> Images.write(folder.resolve("none").resolve("a.png"), pattern(2, 2, 1)));

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var left = Files.list(folder)) {
      assertThat(left.count()).isEqualTo(1);
    }
  }
}
