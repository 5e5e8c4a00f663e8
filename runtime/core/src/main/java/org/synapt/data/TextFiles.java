package org.synapt.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Reads files of text. Bytes that are no characters are said, with their place, and never replaced:
 * a file in another charset than was thought would otherwise become words that nobody wrote.
 */
public final class TextFiles {
  private TextFiles() {}

  /**
   * A text in UTF-8.
   *
   * @param file the file
   * @return what it says
   * @throws MalformedFileException if some bytes are not UTF-8
   * @throws IOException if it cannot be read
   */
  public static String read(Path file) throws IOException {
    return read(file, StandardCharsets.UTF_8);
  }

  /**
   * A text.
   *
   * @param file the file
   * @param charset what its bytes mean
   * @return what it says
   * @throws MalformedFileException if some bytes have no meaning in the charset
   * @throws IOException if it cannot be read
   */
  public static String read(Path file, Charset charset) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a text");
    }
    return decode(file.toString(), Files.readAllBytes(file), charset);
  }

  /**
   * The lines of a text in UTF-8.
   *
   * @param file the file
   * @return the lines, without what ends them: LF, CR LF or CR
   * @throws MalformedFileException if some bytes are not UTF-8
   * @throws IOException if it cannot be read
   */
  public static List<String> lines(Path file) throws IOException {
    return lines(file, StandardCharsets.UTF_8);
  }

  /**
   * The lines of a text.
   *
   * @param file the file
   * @param charset what its bytes mean
   * @return the lines, without what ends them: LF, CR LF or CR
   * @throws MalformedFileException if some bytes have no meaning in the charset
   * @throws IOException if it cannot be read
   */
  public static List<String> lines(Path file, Charset charset) throws IOException {
    return lines(read(file, charset));
  }

  /** The end of a text ends a line, but begins none. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return Collections.unmodifiableList(lines);
  }

  /** What bytes say; a mark of UTF-8 at the beginning says nothing. */
  static String decode(String file, byte[] bytes, Charset charset) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      throw wrong(file, bytes, in.position(), charset);
    }
    String text = new String(out.array(), 0, out.position());
    boolean marked =
        charset.equals(StandardCharsets.UTF_8) && !text.isEmpty() && text.charAt(0) == '\ufeff';
    return marked ? text.substring(1) : text;
  }

  private static MalformedFileException wrong(String file, byte[] bytes, int at, Charset charset) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return new MalformedFileException(
        String.format(
            Locale.ROOT,
            "%s is not %s: byte %d, on line %d, is 0x%02x; give the charset that it is in,"
                + " such as windows-1252",
            file,
            charset.name(),
            at,
            line,
            bytes[at] & 0xff));
  }
}
