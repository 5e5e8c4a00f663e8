package org.synapt.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.synapt.buffer.Buffer;

/** Writes a safetensors file: tensors of floats, one behind the other. */
final class TensorWriter {
  private static final int CHUNK_FLOATS = 1 << 14;

  private final List<TensorInfo> tensors = new ArrayList<>();
  private final List<Buffer> values = new ArrayList<>();
  private long end;

  /** Adds a tensor. */
  void add(String name, int[] shape, Buffer value) {
    List<Long> extents = new ArrayList<>();
    for (int extent : shape) {
      extents.add((long) extent);
    }
    long begin = end;
    end += 4L * value.length();
    tensors.add(new TensorInfo(name, TensorInfo.FLOATS, extents, begin, end));
    values.add(value);
  }

  void write(Map<String, String> metadata, OutputStream out) throws IOException {
    String json = HeaderWriter.write(new Header(metadata, tensors));
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    // Spaces behind the header bring the data to a multiple of 8, so that it can be mapped.
    int padding = -header.length & 7;
    for (int i = 0; i < 8; i++) {
      out.write((int) ((long) (header.length + padding) >>> (8 * i)));
    }
    out.write(header);
    for (int i = 0; i < padding; i++) {
      out.write(' ');
    }
    for (int i = 0; i < values.size(); i++) {
      write(tensors.get(i).name(), values.get(i), out);
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
