package org.synapt.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.synapt.buffer.Buffer;

/** Writes a safetensors file: tensors, one behind the other. */
final class TensorWriter {
  private static final int CHUNK_FLOATS = 1 << 14;

  private final List<TensorInfo> tensors = new ArrayList<>();
  private final List<AtomicFile.Content> values = new ArrayList<>();
  private long end;

  /** Adds a tensor of floats, all of which must be finite when they are written. */
  void add(String name, int[] shape, Buffer value) {
    List<Long> extents = new ArrayList<>();
    for (int extent : shape) {
      extents.add((long) extent);
    }
    add(name, TensorInfo.FLOATS, extents, 4L * value.length());
    values.add(out -> write(name, value, out));
  }

  /** Adds a list of floats, whatever they are. */
  void add(String name, float[] list) {
    add(name, TensorInfo.FLOATS, Collections.singletonList((long) list.length), 4L * list.length);
    values.add(
        out -> {
          for (float number : list) {
            littleEndian(Float.floatToRawIntBits(number), 4, out);
          }
        });
  }

  /** Adds a list of doubles, whatever they are. */
  void add(String name, double[] list) {
    add(name, TensorInfo.DOUBLES, Collections.singletonList((long) list.length), 8L * list.length);
    values.add(
        out -> {
          for (double number : list) {
            littleEndian(Double.doubleToRawLongBits(number), 8, out);
          }
        });
  }

  private void add(String name, String dtype, List<Long> shape, long bytes) {
    tensors.add(new TensorInfo(name, dtype, shape, end, end + bytes));
    end += bytes;
  }

  private static void littleEndian(long bits, int bytes, OutputStream out) throws IOException {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (bits >>> (8 * i)));
    }
  }

  void write(Map<String, String> metadata, OutputStream out) throws IOException {
    String json = HeaderWriter.write(new Header(metadata, tensors));
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    // Spaces behind the header bring the data to a multiple of 8, so that it can be mapped.
    int padding = -header.length & 7;
    requireReadable(header.length + padding);
    littleEndian(header.length + padding, 8, out);
    out.write(header);
    for (int i = 0; i < padding; i++) {
      out.write(' ');
    }
    for (AtomicFile.Content value : values) {
      value.writeTo(out);
    }
  }

  /** No file is written that could not be read again. */
  static void requireReadable(int header) throws ParameterFileException {
    if (header > TensorReader.LARGEST_HEADER_BYTES) {
      throw new ParameterFileException(
          "would have a header of "
              + header
              + " bytes, more than can be read again; attach fewer or shorter texts");
    }
  }

  private static void write(String name, Buffer value, OutputStream out) throws IOException {
    float[] floats = new float[Math.min(value.length(), CHUNK_FLOATS)];
    byte[] bytes = new byte[floats.length * 4];
    for (int at = 0; at < value.length(); at += CHUNK_FLOATS) {
      int count = Math.min(value.length() - at, CHUNK_FLOATS);
      value.get(at, floats, 0, count);
      for (int i = 0; i < count; i++) {
        requireFinite(name, at + i, floats[i]);
        int bits = Float.floatToRawIntBits(floats[i]);
        bytes[i * 4] = (byte) bits;
        bytes[i * 4 + 1] = (byte) (bits >> 8);
        bytes[i * 4 + 2] = (byte) (bits >> 16);
        bytes[i * 4 + 3] = (byte) (bits >> 24);
      }
      out.write(bytes, 0, count * 4);
    }
  }

  private static void requireFinite(String name, int at, float number)
      throws ParameterFileException {
    if (Float.isNaN(number) || Float.isInfinite(number)) {
      throw new ParameterFileException(
          name + "[" + at + "] is " + number + ", with which the network could not be used again");
    }
  }
}
