package org.synapt.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * A file that is written at its end, with a sum of all that it holds; so whoever comes back to it
 * can tell whether it still begins as it was left.
 */
final class SummedFile implements AutoCloseable {
  private final FileChannel channel;
  private final CRC32 sum = new CRC32();
  private long length;
  private byte last;

  private SummedFile(FileChannel channel) {
    this.channel = channel;
  }

  static SummedFile open(Path file) throws IOException {
    return new SummedFile(
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Cuts off what follows so many bytes, if they are there and add up to this sum. */
  boolean cut(long bytes, long expected) throws IOException {
    if (bytes < 1 || bytes > channel.size() || read(bytes) != bytes || sum() != expected) {
      return false;
    }
    channel.truncate(bytes);
    return true;
  }

  /** Reads what there is; returns how many bytes that are. */
  long readToEnd() throws IOException {
    return read(Long.MAX_VALUE);
  }

  private long read(long most) throws IOException {
    sum.reset();
    length = 0;
    channel.position(0);
    ByteBuffer chunk = ByteBuffer.allocate(1 << 13);
    while (length < most) {
      chunk.clear().limit((int) Math.min(chunk.capacity(), most - length));
      int read = channel.read(chunk);
      if (read < 0) {
        break;
      }
      add(chunk.array(), read);
    }
    return length;
  }

  private void add(byte[] bytes, int count) {
    sum.update(bytes, 0, count);
    length += count;
    last = count > 0 ? bytes[count - 1] : last;
  }

  boolean endsWith(char mark) {
    return length > 0 && last == mark;
  }

  /** Makes the file empty. */
  void clear() throws IOException {
    channel.truncate(0);
    read(0);
  }

  /** Adds bytes, and brings them to the disk. */
  void write(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest, length + rest.position());
    }
    channel.force(false);
    add(bytes, bytes.length);
  }

  long length() {
    return length;
  }

  long sum() {
    return sum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
