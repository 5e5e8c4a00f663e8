package org.synapt.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
 * Reads IDX files, the format of MNIST, plain or gzipped.
 *
 * <pre>
 * 0  0  type  rank     extents, 4 bytes each     numbers, row-major
 * </pre>
 *
 * <p>All big-endian; types are unsigned and signed bytes, shorts, ints, floats and doubles. A
 * header is not believed: memory grows with the bytes that are there, not with those that are
 * promised. Source: LeCun, Cortes and Burges, The MNIST Database, "The IDX file format".
 */
public final class IdxReader {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path file;
  private final DataInputStream in;

  private IdxReader(Path file, InputStream in) {
    this.file = file;
    this.in = new DataInputStream(in);
  }

  /**
   * Reads a whole file.
   *
   * @param file the file
   * @return its array
   * @throws MalformedFileException if it is not IDX, or longer or shorter than it says
   * @throws IOException if it cannot be read
   */
  public static Idx read(Path file) throws IOException {
    return read(file, Integer.MAX_VALUE);
  }

  /**
   * Reads the first items of a file.
   *
   * @param file the file
   * @param items how many at most
   * @return an array of that many items, or of all there are
   * @throws MalformedFileException if it is not IDX, or shorter than it says or than needed
   * @throws IOException if it cannot be read
   */
  public static Idx read(Path file, int items) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES)) {
      InputStream in = isGzip(raw) ? new GZIPInputStream(raw, CHUNK_BYTES) : raw;
      return new IdxReader(file, in).read(items);
    } catch (ZipException e) {
      throw new MalformedFileException(file + " is damaged: " + e.getMessage());
    } catch (EOFException e) {
      throw new MalformedFileException(file + " ends too early");
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC;
  }

  private Idx read(int items) throws IOException {
    if (in.readUnsignedShort() != 0) {
      throw new MalformedFileException(file + " does not begin like an IDX file");
    }
    int type = in.readUnsignedByte();
    int bytes = bytes(type);
    int[] shape = new int[in.readUnsignedByte()];
    long floats = readShape(shape);
    boolean all = shape.length == 0 || items >= shape[0];
    if (!all) {
      floats = floats / shape[0] * items;
      shape[0] = items;
    }
    byte[] numbers = readExactly(floats * bytes);
    if (all && in.read() >= 0) {
      throw new MalformedFileException(
          file + " is longer than its header says: " + Arrays.toString(shape));
    }
    return new Idx(shape, decode(type, bytes, numbers));
  }

  /** Fills in the extents; returns their product. */
  private long readShape(int[] shape) throws IOException {
    long floats = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = in.readInt();
      if (shape[axis] < 0) {
        throw new MalformedFileException(file + " has a negative extent on axis " + axis);
      }
      floats *= shape[axis];
      if (floats > Integer.MAX_VALUE - 8) {
        throw new MalformedFileException(
            file
                + " claims more numbers than an array can hold: "
                + Arrays.toString(Arrays.copyOf(shape, axis + 1)));
      }
    }
    return floats;
  }

  private byte[] readExactly(long count) throws IOException {
    if (count > Integer.MAX_VALUE - 8) {
      throw new MalformedFileException(file + " claims " + count + " bytes, too many for an array");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK_BYTES);
    byte[] chunk = new byte[CHUNK_BYTES];
    int left = (int) count;
    while (left > 0) {
      int read = in.read(chunk, 0, Math.min(left, chunk.length));
      if (read < 0) {
        throw new MalformedFileException(
            file + " ends too early: " + left + " of " + count + " bytes are missing");
      }
      bytes.write(chunk, 0, read);
      left -= read;
    }
    return bytes.toByteArray();
  }

  private int bytes(int type) throws IOException {
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

  private static float[] decode(int type, int bytes, byte[] numbers) {
    ByteBuffer buffer = ByteBuffer.wrap(numbers);
    float[] values = new float[numbers.length / bytes];
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
}
