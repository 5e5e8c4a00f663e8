package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;

/** Files as other programs write them, made byte by byte. */
@Tag("D14")
final class OddImagesTest {
  @TempDir Path folder;

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(data);
    out.writeInt(data.length);
    out.write(type);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  /** One row of pixels, as the PNG specification lays it out. */
  private Path png(int columns, int depth, int colours, byte[] palette, byte[] opacity, byte[] row)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(columns).putInt(1);
    chunk(out, "IHDR", header.put((byte) depth).put((byte) colours).array());
    if (palette.length > 0) {
      chunk(out, "PLTE", palette);
    }
    if (opacity.length > 0) {
      chunk(out, "tRNS", opacity);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(0);
      deflater.write(row);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return Files.write(folder.resolve("a.png"), file.toByteArray());
  }

  private Path png(int columns, int depth, int colours, byte[] row) throws IOException {
    return png(columns, depth, colours, new byte[0], new byte[0], row);
  }

  /** PNG specification, 13.12: samples of few bits go from black to white too. */
  @Test
  void readsGreyOfOneTwoAndFourBits() throws IOException {
    assertThat(Images.read(png(4, 1, 0, bytes(0b1010_0000))))
        .isEqualTo(NdArray.of(255, 0, 255, 0).reshape(1, 4, 1));
    assertThat(Images.read(png(4, 2, 0, bytes(0b00_01_10_11))))
        .isEqualTo(NdArray.of(0, 85, 170, 255).reshape(1, 4, 1));
    assertThat(Images.read(png(2, 4, 0, bytes(0x1F))))
        .isEqualTo(NdArray.of(17, 255).reshape(1, 2, 1));
  }

  @Test
  void readsSixteenBitsOfEachKind() throws IOException {
    assertThat(Images.read(png(1, 16, 2, bytes(1, 1, 2, 2, 3, 3))))
        .isEqualTo(NdArray.of(1, 2, 3).reshape(1, 1, 3));
    assertThat(Images.read(png(1, 16, 6, bytes(1, 1, 2, 2, 3, 3, 4, 4))))
        .isEqualTo(NdArray.of(1, 2, 3, 4).reshape(1, 1, 4));
    assertThat(Images.read(png(1, 16, 4, bytes(100, 100, 128, 128))))
        .isEqualTo(NdArray.of(100, 100, 100, 128).reshape(1, 1, 4));
  }

  @Test
  void readsOpacityWhereverItIs() throws IOException {
    byte[] none = {};
    assertThat(Images.read(png(2, 8, 4, bytes(10, 128, 200, 255))))
        .isEqualTo(NdArray.of(10, 10, 10, 128, 200, 200, 200, 255).reshape(1, 2, 4));
    assertThat(Images.read(png(2, 8, 0, none, bytes(0, 1), bytes(1, 2))))
        .isEqualTo(NdArray.of(1, 1, 1, 0, 2, 2, 2, 255).reshape(1, 2, 4));
    Path clear = png(2, 8, 3, bytes(1, 2, 3, 4, 5, 6), bytes(0, 128), bytes(0, 1));
    assertThat(Images.read(clear)).isEqualTo(NdArray.of(1, 2, 3, 0, 4, 5, 6, 128).reshape(1, 2, 4));
    assertThat(Images.read(clear, 3, PixelRange.BYTE))
        .isEqualTo(NdArray.of(1, 2, 3, 4, 5, 6).reshape(1, 2, 3));
  }

  @Test
  void readsProgressiveJpegs() throws IOException {
    BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY);
    image.getGraphics().fillRect(0, 0, 9, 7);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam progressive = writer.getDefaultWriteParam();
    progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), progressive);
    } finally {
      writer.dispose();
    }
    Path path = Files.write(folder.resolve("a.jpg"), file.toByteArray());

    NdArray read = Images.read(path);

    assertThat(read.shape()).isEqualTo(new int[] {7, 9, 1});
    assertThat(read.value(3, 4, 0)).isEqualTo(255f);
  }

  /** Four channels, told to be CMYK or YCCK by Adobe's marker, or not at all. */
  @ParameterizedTest
  @CsvSource({"-1", "0", "2"})
  void refusesInksThatAreNoLight(int transform) throws IOException {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(new IIOImage(inks, null, null));
    } finally {
      writer.dispose();
    }
    byte[] jpeg = file.toByteArray();
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.write(jpeg, 0, 2);
    if (transform >= 0) {
      marked.write(
          bytes(0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform));
    }
    marked.write(jpeg, 2, jpeg.length - 2);
    Path path = Files.write(folder.resolve("print.jpg"), marked.toByteArray());

    assertThat(assertThrows(MalformedFileException.class, () -> Images.read(path)))
        .hasMessageThat()
        .endsWith(
            "print.jpg has colours that are neither grey nor RGB, such as CMYK; save it as RGB");
  }

  @Test
  void refusesHeadersThatPromiseTooMuch() throws IOException {
    ByteBuffer bmp = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(54).putInt(0).putInt(54).putInt(40);
    bmp.putInt(60_000).putInt(60_000).putShort((short) 1).putShort((short) 24);
    Path large = Files.write(folder.resolve("large.bmp"), bmp.array());
    byte[] gif = bytes('G', 'I', 'F', '8', '9', 'a', 255, 255, 255, 255, 0, 0, 0, 0x2C, 0, 0, 0, 0);
    Path screen = Files.write(folder.resolve("screen.gif"), gif);

    assertThrows(MalformedFileException.class, () -> Images.read(large));
    assertThrows(MalformedFileException.class, () -> Images.read(screen));
  }

  /** A PNG file by any other name is read as what it is. */
  @Test
  void looksIntoTheFileAndNotAtItsName() throws IOException {
    Path liar = Files.move(png(2, 8, 0, bytes(7, 9)), folder.resolve("a.jpg"));

    assertThat(Images.read(liar)).isEqualTo(NdArray.of(7, 9).reshape(1, 2, 1));
  }
}
