package org.synapt.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;

/** Reads image files with the JDK's readers, whatever else they put up with. */
final class ImageDecoder {
  /** A quarter of a gigabyte for each channel. */
  private static final long MOST_PIXELS = 1L << 26;

  private static final List<String> FORMATS = List.of("png", "jpeg", "bmp", "gif");

  /** What the readers warn of where pixels are missing or wrong. */
  private static final Pattern DAMAGES = Pattern.compile("[Tt]runcated|[Pp]remature|[Cc]orrupt");

  private final Path file;

  private ImageDecoder(Path file) {
    this.file = file;
  }

  static NdArray read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new MalformedFileException(file + " is a folder, not an image");
    }
    try (InputStream bytes = Files.newInputStream(file);
        ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      return new ImageDecoder(file).read(in);
    }
  }

  private NdArray read(ImageInputStream in) throws IOException {
    ImageReader reader = reader(in);
    try {
      reader.setInput(in, true, true);
      // The JPEG reader only warns of a truncated file, and makes the rest of it grey.
      List<String> damages = new ArrayList<>();
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (DAMAGES.matcher(warning).find()) {
              damages.add(warning);
            }
          });
      requireSize(reader.getWidth(0), reader.getHeight(0));
      NdArray image = decode(reader.read(0));
      if (!damages.isEmpty()) {
        throw new MalformedFileException(file + " is truncated or damaged: " + damages.get(0));
      }
      return image;
    } catch (MalformedFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The readers throw whatever comes when bytes make no sense.
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      MalformedFileException malformed =
          new MalformedFileException(file + " is truncated or damaged: " + message);
      malformed.initCause(e);
      throw malformed;
    } finally {
      reader.dispose();
    }
  }

  private ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
      reader.dispose();
    }
    throw new MalformedFileException(file + " is no image of a known format: " + FORMATS);
  }

  private void requireSize(int columns, int rows) throws MalformedFileException {
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_PIXELS) {
      throw new MalformedFileException(
          String.format(
              Locale.ROOT,
              "%s claims %,d columns and %,d rows; at most %,d pixels are read",
              file,
              columns,
              rows,
              MOST_PIXELS));
    }
  }

  private NdArray decode(BufferedImage image) throws MalformedFileException {
    ColorModel colors = image.getColorModel();
    int space = colors.getColorSpace().getType();
    if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
      throw new MalformedFileException(
          file + " has colours that are neither grey nor RGB, such as CMYK; save it as RGB");
    }
    return colors instanceof ComponentColorModel ? samples(image) : mixed(image, colors);
  }

  /** Numbers as the file has them: asked for colours, the JDK would brighten grey ones. */
  private static NdArray samples(BufferedImage image) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int channels = bands == 2 ? 4 : bands;
    int rows = raster.getHeight();
    int columns = raster.getWidth();
    float[] values = new float[Math.multiplyExact(rows * columns, channels)];
    float[] row = new float[columns * bands];
    int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    int at = 0;
    for (int i = 0; i < rows; i++) {
      raster.getPixels(0, i, columns, 1, row);
      for (int x = 0; x < row.length; x += bands) {
        for (int channel = 0; channel < channels; channel++) {
          // Grey with opacity becomes red, green and blue with opacity.
          int band = bands == 2 ? channel / 3 : channel;
          values[at++] = row[x + band] * 255 / most;
        }
      }
    }
    return NdArray.of(values).reshape(rows, columns, channels);
  }

  /** Colours from a palette, or packed into a number. */
  private static NdArray mixed(BufferedImage image, ColorModel colors) {
    boolean grey = colors instanceof IndexColorModel palette && isGrey(palette);
    int channels = colors.hasAlpha() ? 4 : grey ? 1 : 3;
    int rows = image.getHeight();
    int columns = image.getWidth();
    float[] values = new float[Math.multiplyExact(rows * columns, channels)];
    int[] row = new int[columns];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      image.getRGB(0, i, columns, 1, row, 0, columns);
      for (int argb : row) {
        for (int channel = 0; channel < channels; channel++) {
          int shift = channel == 3 ? 24 : 16 - 8 * channel;
          values[at++] = argb >>> shift & 0xff;
        }
      }
    }
    return NdArray.of(values).reshape(rows, columns, channels);
  }

  private static boolean isGrey(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      int red = palette.getRed(i);
      if (red != palette.getGreen(i) || red != palette.getBlue(i)) {
        return false;
      }
    }
    return true;
  }
}
