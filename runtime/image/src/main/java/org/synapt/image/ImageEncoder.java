package org.synapt.image;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.synapt.data.NdArray;

/** Writes image files with the JDK's writers. */
final class ImageEncoder {
  private ImageEncoder() {}

  static void write(Path file, NdArray image, PixelRange range) throws IOException {
    requireNonNull(range, "range");
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; no image can take its place");
    }
    String format = format(file);
    if (image.extent(2) == 4 && !format.equals("png")) {
      throw new IllegalArgumentException(
          file + ": only PNG files hold opacity; take its 4th channel away, or write a PNG file");
    }
    replace(file, encode(image(file, image, range), format));
  }

  private static String format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    return switch (ending) {
      case "png", "bmp" -> ending;
      case "jpg", "jpeg" -> "jpeg";
      default ->
          throw new IllegalArgumentException(
              "the name of " + file + " ends in none of .png, .bmp, .jpg and .jpeg");
    };
  }

  private static BufferedImage image(Path file, NdArray array, PixelRange range) {
    int rows = array.extent(0);
    int columns = array.extent(1);
    int channels = array.extent(2);
    int type =
        switch (channels) {
          case 1 -> BufferedImage.TYPE_BYTE_GRAY;
          case 3 -> BufferedImage.TYPE_3BYTE_BGR;
          default -> BufferedImage.TYPE_4BYTE_ABGR;
        };
    BufferedImage image = new BufferedImage(columns, rows, type);
    WritableRaster raster = image.getRaster();
    float[] values = array.toArray();
    int[] row = new int[columns * channels];
    for (int i = 0; i < rows; i++) {
      for (int x = 0; x < row.length; x++) {
        float value = values[i * row.length + x];
        if (!(value >= 0 && value <= range.white())) {
          throw new IllegalArgumentException(
              file
                  + " cannot be written: the image is "
                  + value
                  + " at row "
                  + i
                  + ", column "
                  + x / channels
                  + ", channel "
                  + x % channels
                  + ", not from 0 to "
                  + range.white());
        }
        row[x] = Math.round(value * (255f / range.white()));
      }
      raster.setPixels(0, i, columns, 1, row);
    }
    return image;
  }

  private static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, out)) {
        throw new IOException("this JDK cannot write " + format + " files");
      }
    }
    return bytes.toByteArray();
  }

  /** Writes beside the old file and then takes its place, to be read by whoever may read files. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(file + " cannot be written: there is no folder " + folder);
    }
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
