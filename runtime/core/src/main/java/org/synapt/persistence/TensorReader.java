package org.synapt.persistence;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a safetensors file from front to back.
 *
 * <pre>8 bytes, little-endian: n     n bytes: header, JSON     data</pre>
 *
 * <p>Nothing in the file is believed before it is checked: no more is allocated than the file has
 * bytes. Source of the format and of the limit of 100 MB: safetensors' README, "Format".
 */
final class TensorReader implements AutoCloseable {
  private static final int LENGTH_BYTES = 8;
  static final long LARGEST_HEADER_BYTES = 100_000_000;
  private static final int CHUNK_BYTES = 1 << 16;

  private final InputStream in;
  private final Header header;
  private final byte[] chunk = new byte[CHUNK_BYTES];

  private TensorReader(InputStream in, Header header) {
    this.in = in;
    this.header = header;
  }

  static TensorReader open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ParameterFileException("is a folder, not a file");
    }
    long size = Files.size(file);
    InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES);
    try {
      return new TensorReader(in, readHeader(in, size));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Header readHeader(InputStream in, long size) throws IOException {
    if (size < LENGTH_BYTES) {
      throw new ParameterFileException("has " + size + " bytes, too few for a header");
    }
    byte[] bytes = new byte[LENGTH_BYTES];
    readFully(in, bytes, LENGTH_BYTES);
    long length = Long.reverseBytes(ByteBuffer.wrap(bytes).getLong());
    if (length < 0 || length > LARGEST_HEADER_BYTES || length > size - LENGTH_BYTES) {
      throw new ParameterFileException(
          "claims a header of "
              + Long.toUnsignedString(length)
              + " bytes, but has "
              + size
              + " in all");
    }
    byte[] text = new byte[(int) length];
    readFully(in, text, text.length);
    return HeaderReader.read(decode(text)).check(size - LENGTH_BYTES - length);
  }

  private static String decode(byte[] text) throws ParameterFileException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new ParameterFileException("has a header that is not UTF-8");
    }
  }

  Header header() {
    return header;
  }

  /** Reads the next tensor in the order of the header, floats only. */
  float[] read(TensorInfo tensor) throws IOException {
    float[] floats = new float[length(tensor, TensorInfo.FLOATS)];
    for (int at = 0; at < floats.length; ) {
      int count = Math.min(floats.length - at, CHUNK_BYTES / 4);
      readFully(in, chunk, count * 4);
      for (int i = 0; i < count; i++) {
        floats[at++] = littleEndian(i * 4);
      }
    }
    return floats;
  }

  /** Reads the next tensor in the order of the header, doubles only. */
  double[] readDoubles(TensorInfo tensor) throws IOException {
    double[] doubles = new double[length(tensor, TensorInfo.DOUBLES)];
    for (int i = 0; i < doubles.length; i++) {
      readFully(in, chunk, Double.BYTES);
      long bits = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getLong();
      doubles[i] = Double.longBitsToDouble(bits);
    }
    return doubles;
  }

  private static int length(TensorInfo tensor, String dtype) throws ParameterFileException {
    if (!tensor.dtype().equals(dtype)) {
      throw new ParameterFileException(
          tensor.name() + " holds " + tensor.dtype() + "; only " + dtype + " can be read");
    }
    if (tensor.size() > Integer.MAX_VALUE - 8) {
      throw new ParameterFileException(tensor.name() + " is too large for an array");
    }
    return (int) tensor.size();
  }

  private float littleEndian(int i) {
    return Float.intBitsToFloat(
        (chunk[i] & 0xff)
            | (chunk[i + 1] & 0xff) << 8
            | (chunk[i + 2] & 0xff) << 16
            | chunk[i + 3] << 24);
  }

  /** Passes over the next tensor in the order of the header. */
  void skip(TensorInfo tensor) throws IOException {
    for (long left = tensor.end() - tensor.begin(); left > 0; ) {
      int count = (int) Math.min(left, CHUNK_BYTES);
      readFully(in, chunk, count);
      left -= count;
    }
  }

  private static void readFully(InputStream in, byte[] bytes, int count) throws IOException {
    for (int at = 0; at < count; ) {
      int read = in.read(bytes, at, count - at);
      if (read < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      at += read;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
