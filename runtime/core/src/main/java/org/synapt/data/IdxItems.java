package org.synapt.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The items of an open IDX file, one behind the other.
 *
 * <p>A header is not believed: memory grows with the bytes that are there, not with those that are
 * promised.
 */
final class IdxItems implements Closeable {
  /** The most floats that an array can hold. */
  static final int MOST = Integer.MAX_VALUE - 8;

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path file;
  private final DataInputStream in;
  private int type;
  private int[] shape = {};
  private int left;

  private IdxItems(Path file, InputStream in) {
    this.file = file;
    this.in = new DataInputStream(in);
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  /** Opens a file, plain or gzipped, and reads its header. */
  static IdxItems open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES);
    try {
      return about(
          file,
          () -> {
            IdxItems items = new IdxItems(file, unzipped(raw));
            items.readHeader();
            return items;
          });
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** Says which file it is that is damaged or too short. */
  private static <T> T about(Path file, Reading<T> reading) throws IOException {
    try {
      return reading.get();
    } catch (ZipException e) {
      throw new MalformedFileException(file + " is damaged: " + e.getMessage());
    } catch (EOFException e) {
      throw new MalformedFileException(file + " ends too early");
    }
  }

  /** What a file holds, gzipped or not. */
  static InputStream unzipped(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, CHUNK_BYTES) : in;
  }

  private void readHeader() throws IOException {
    if (in.readUnsignedShort() != 0) {
      throw new MalformedFileException(file + " does not begin like an IDX file");
    }
    type = in.readUnsignedByte();
    bytes();
    shape = new int[in.readUnsignedByte()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = in.readInt();
      if (shape[axis] < 0) {
        throw new MalformedFileException(file + " has a negative extent on axis " + axis);
      }
      floats(1, axis + 1);
    }
    left = count();
  }

  /** The floats of so many items, by the extents of the first axes. */
  private int floats(int items, int axes) throws MalformedFileException {
    long floats = items;
    for (int axis = 1; axis < axes; axis++) {
      floats *= shape[axis];
      if (floats > MOST) {
        throw tooMany(Arrays.copyOf(shape, axis + 1));
      }
    }
    if (floats * bytes() > MOST) {
      throw tooMany(shape);
    }
    return (int) floats;
  }

  private MalformedFileException tooMany(int[] extents) {
    return new MalformedFileException(
        file + " claims more numbers than an array can hold: " + Arrays.toString(extents));
  }

  /** The extents; the first counts the items. */
  int[] shape() {
    return shape.clone();
  }

  /** How many items there are; a single one if there is no axis. */
  int count() {
    return shape.length == 0 ? 1 : shape[0];
  }

  /** The floats of one item. */
  int width() throws MalformedFileException {
    return floats(1, shape.length);
  }

  /** Reads the items that come next, at most so many; the end of the file is checked behind all. */
  float[] next(int most) throws IOException {
    int items = Math.min(most, left);
    int bytes = Math.multiplyExact(floats(items, shape.length), bytes());
    return about(
        file,
        () -> {
          float[] values = decode(readExactly(bytes));
          left -= items;
          if (left == 0 && in.read() >= 0) {
            throw new MalformedFileException(
                file + " is longer than its header says: " + Arrays.toString(shape));
          }
          return values;
        });
  }

  private byte[] readExactly(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, CHUNK_BYTES));
    byte[] chunk = new byte[CHUNK_BYTES];
    int missing = count;
    while (missing > 0) {
      int read = in.read(chunk, 0, Math.min(missing, chunk.length));
      if (read < 0) {
        throw new MalformedFileException(
            file + " ends too early: " + missing + " of " + count + " bytes are missing");
      }
      bytes.write(chunk, 0, read);
      missing -= read;
    }
    return bytes.toByteArray();
  }

  private int bytes() throws MalformedFileException {
    return switch (type) {
      case 0x08, 0x09 -> 1;
      case 0x0B -> 2;
      case 0x0C, 0x0D -> 4;
      case 0x0E -> 8;
      default ->
          throw new MalformedFileException(
              file + " holds numbers of the unknown type 0x" + Integer.toHexString(type));
    };
  }

  private float[] decode(byte[] numbers) throws MalformedFileException {
    ByteBuffer buffer = ByteBuffer.wrap(numbers);
    float[] values = new float[numbers.length / bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case 0x08 -> numbers[i] & 0xff;
            case 0x09 -> numbers[i];
            case 0x0B -> buffer.getShort(i * 2);
            case 0x0C -> buffer.getInt(i * 4);
            case 0x0D -> buffer.getFloat(i * 4);
            default -> (float) buffer.getDouble(i * 8);
          };
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
