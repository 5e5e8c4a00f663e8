package org.synapt.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.synapt.data.MalformedFileException;

/** The lines of an open CSV file, one by one, and the fields of a line. */
final class CsvFields implements AutoCloseable {
  private final String file;
  private final CloseableIterator<CsvRecord> lines;

  private CsvFields(String file, CloseableIterator<CsvRecord> lines) {
    this.file = file;
    this.lines = lines;
  }

  static CsvFields open(Path file) throws IOException {
    return new CsvFields(
        file.toString(),
        CsvReader.builder()
            .fieldSeparator(',')
            .allowUnclosedQuote(false)
            .detectBomHeader(true)
            .ofCsvRecord(file)
            .iterator());
  }

  /** Whether there is another line; the next call of {@link #next} gives it. */
  boolean hasNext() throws IOException {
    try {
      return lines.hasNext();
    } catch (CsvParseException e) {
      throw malformed(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  CsvRecord next() throws IOException {
    try {
      return lines.next();
    } catch (CsvParseException e) {
      throw malformed(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private MalformedFileException malformed(CsvParseException e) {
    Throwable cause = e.getCause();
    return new MalformedFileException(
        file + ": " + e.getMessage() + (cause == null ? "" : " " + cause.getMessage()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** A field as a number; says in which line it is none. */
  static float number(String file, CsvRecord line, int at) throws MalformedFileException {
    String field = line.getField(at).trim();
    try {
      return Float.parseFloat(field);
    } catch (NumberFormatException e) {
      throw new MalformedFileException(where(file, line, at) + " is '" + field + "', not a number");
    }
  }

  /** Where a field is. */
  static String where(String file, CsvRecord line, int at) {
    return file + ", line " + line.getStartingLineNumber() + ": field " + at;
  }

  static void requireField(String file, int fields, int at) {
    if (at < 0 || at >= fields) {
      throw new IndexOutOfBoundsException(
          file + " has fields 0 to " + (fields - 1) + ", but none at " + at);
    }
  }

  static void requireRange(int from, int to) {
    if (to <= from) {
      throw new IndexOutOfBoundsException("no field lies from " + from + " to before " + to);
    }
  }

  static int at(String file, List<String> header, String field) {
    int at = header.indexOf(field);
    if (at < 0) {
      throw new IllegalArgumentException(file + " has no field " + field + "; it has " + header);
    }
    return at;
  }
}
