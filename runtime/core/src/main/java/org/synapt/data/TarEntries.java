package org.synapt.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The files in a tar archive, plain or gzipped, one behind the other.
 *
 * <pre>
 * 512 bytes: name [100], mode, owner …, size [12] at 124, sum [8] at 148, type at 156,
 *            "ustar" at 257, prefix [155] at 345             octal digits
 * size bytes, filled up to a multiple of 512
 * …
 * 1,024 bytes of 0
 * </pre>
 *
 * <p>Long names are those of GNU (type L) or of POSIX (type x, {@code path=}). Folders and links
 * are passed over. A header is not believed: memory grows with the bytes that are there. Sources:
 * POSIX.1-2017, pax, ustar Interchange Format and pax Header Block; GNU tar manual, Basic Tar
 * Format.
 */
final class TarEntries implements Closeable {
  private static final int BLOCK = 512;

  /** No file of text and no name is longer; a damaged header may say so. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  private final Path file;
  private final InputStream in;

  /** A file in an archive. */
  static final class Entry {
    private final String name;
    private final byte[] bytes;

    private Entry(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    /** Its folders and its name, with slashes between them. */
    String name() {
      return name;
    }

    /** What it holds. */
    byte[] bytes() {
      return bytes;
    }
  }

  private TarEntries(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static TarEntries open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return new TarEntries(file, new BufferedInputStream(IdxItems.unzipped(raw), 1 << 16));
    } catch (ZipException | EOFException e) {
      raw.close();
      throw damaged(file, e);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** The next file; none at the end. */
  Optional<Entry> next() throws IOException {
    try {
      return read();
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    }
  }

  private static MalformedFileException damaged(Path file, IOException e) {
    return new MalformedFileException(
        file + (e instanceof EOFException ? " ends too early" : " is damaged: " + e.getMessage()));
  }

  private Optional<Entry> read() throws IOException {
    String longName = "";
    while (true) {
      byte[] header = content(BLOCK, "a header");
      if (isEnd(header)) {
        return Optional.empty();
      }
      requireSum(header);
      char type = (char) header[156];
      String name = longName.isEmpty() ? name(header) : longName;
      long size = number(header, 124, 12, name);
      if (type == 'L' || type == 'x') {
        String text = new String(padded(size, name), StandardCharsets.UTF_8);
        longName = type == 'L' ? text.split("\0", 2)[0] : path(text, longName);
      } else if (type == '0' || type == '\0') {
        return Optional.of(new Entry(name, padded(size, name)));
      } else {
        padded(size, name);
        longName = "";
      }
    }
  }

  private byte[] padded(long size, String name) throws IOException {
    byte[] bytes = content(size, name);
    content((BLOCK - size % BLOCK) % BLOCK, "what follows " + name);
    return bytes;
  }

  private byte[] content(long size, String what) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(size, 1 << 16));
    byte[] chunk = new byte[(int) Math.min(size, 1 << 13)];
    while (bytes.size() < size) {
      int read = in.read(chunk, 0, (int) Math.min(chunk.length, size - bytes.size()));
      if (read < 0) {
        throw new MalformedFileException(
            file
                + " ends too early: "
                + what
                + " has "
                + bytes.size()
                + " of its "
                + size
                + " bytes");
      }
      bytes.write(chunk, 0, read);
    }
    return bytes.toByteArray();
  }

  private static boolean isEnd(byte[] header) {
    int any = 0;
    for (byte b : header) {
      any |= b;
    }
    return any == 0;
  }

  /** The sum is that of all bytes, its own digits taken as blanks. */
  private void requireSum(byte[] header) throws IOException {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (number(header, 148, 8, "a sum") != sum) {
      throw new MalformedFileException(
          file + " is no tar archive, or a damaged one: the sum of a header is not " + sum);
    }
  }

  private long number(byte[] header, int at, int digits, String what) throws IOException {
    String octal = text(header, at, digits).trim();
    try {
      long number = octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with what was found.
    }
    throw new MalformedFileException(
        file + " is no tar archive that we can read: " + what + " is said to be '" + octal + "'");
  }

  private static String name(byte[] header) {
    String prefix = text(header, 257, 6).equals("ustar") ? text(header, 345, 155) : "";
    return (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
  }

  private static String text(byte[] header, int at, int most) {
    int end = at;
    while (end < at + most && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }

  /** The path in records such as {@code "18 path=a/b/c.txt\n"}. */
  private static String path(String records, String otherwise) {
    for (String record : records.split("\n")) {
      int key = record.indexOf(" path=");
      if (key >= 0) {
        return record.substring(key + " path=".length());
      }
    }
    return otherwise;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
