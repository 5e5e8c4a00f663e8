package org.synapt.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.MalformedFileException;

/**
 * The fields of a CSV file, from which columns of numbers are taken.
 *
 * <pre>{@code
 * CsvTable table = CsvTable.read(Path.of("pima-indians-diabetes.csv"));
 * Examples examples = Examples.of(table.numbers("measures", 0, 8), table.numbers("diabetes", 8, 9));
 * }</pre>
 *
 * <p>Lines without fields are passed over; all others must have equally many. Fields are counted
 * from 0, lines from 1. Format: RFC 4180.
 */
public final class CsvTable {
  private final String file;
  private final List<String> header;
  private final List<CsvRecord> records;

  private CsvTable(String file, List<String> header, List<CsvRecord> records) {
    this.file = file;
    this.header = header;
    this.records = records;
  }

  /**
   * Reads a file that begins with its first example.
   *
   * @param file in UTF-8, its fields separated by commas
   * @return its fields
   * @throws MalformedFileException if it is empty, a line has more or fewer fields than the first,
   *     or a quote is not closed
   * @throws IOException if it cannot be read
   */
  public static CsvTable read(Path file) throws IOException {
    List<CsvRecord> records = records(file);
    return new CsvTable(file.toString(), Collections.emptyList(), records);
  }

  /**
   * Reads a file whose first line names its fields.
   *
   * @param file in UTF-8, its fields separated by commas
   * @return its fields
   * @throws MalformedFileException if it has no examples, a line has more or fewer fields than the
   *     first, or a quote is not closed
   * @throws IOException if it cannot be read
   */
  public static CsvTable readWithHeader(Path file) throws IOException {
    List<CsvRecord> records = records(file);
    if (records.size() == 1) {
      throw new MalformedFileException(file + " has a header but no examples");
    }
    List<String> header = records.get(0).getFields();
    return new CsvTable(file.toString(), header, records.subList(1, records.size()));
  }

  private static List<CsvRecord> records(Path file) throws IOException {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvFields fields = CsvFields.open(file)) {
      while (fields.hasNext()) {
        records.add(fields.next());
      }
    }
    if (records.isEmpty()) {
      throw new MalformedFileException(file + " is empty");
    }
    return records;
  }

  /**
   * How many examples there are.
   *
   * @return the number of lines, without a header
   */
  public int count() {
    return records.size();
  }

  /**
   * The lines that leave no field empty.
   *
   * @return the same fields of the lines that are whole
   * @throws MalformedFileException if no line is
   */
  public CsvTable withoutGaps() throws MalformedFileException {
    List<CsvRecord> whole = new ArrayList<>(records);
    whole.removeIf(record -> record.getFields().stream().anyMatch(String::isBlank));
    if (whole.isEmpty()) {
      throw new MalformedFileException(file + " has no line without an empty field");
    }
    return new CsvTable(file, header, whole);
  }

  /**
   * The names of the fields.
   *
   * @return the names; none if the file has no header
   */
  public List<String> header() {
    return header;
  }

  /**
   * Where a named field is.
   *
   * @param field its name in the header
   * @return its position
   * @throws IllegalArgumentException if there is no such field; the message lists all
   */
  public int at(String field) {
    return CsvFields.at(file, header, field);
  }

  /**
   * Neighbouring fields as numbers.
   *
   * @param name the column's name
   * @param from the first field
   * @param to the field after the last
   * @return a column as wide as there are fields
   * @throws MalformedFileException if a field is not a number; it says which
   * @throws IndexOutOfBoundsException if there are no such fields
   */
  public Column numbers(String name, int from, int to) throws MalformedFileException {
    requireField(from);
    CsvFields.requireRange(from, to);
    requireField(to - 1);
    int width = to - from;
    float[] values = new float[records.size() * width];
    for (int i = 0; i < records.size(); i++) {
      for (int j = 0; j < width; j++) {
        values[i * width + j] = CsvFields.number(file, records.get(i), from + j);
      }
    }
    return Column.of(name, width, values);
  }

  /**
   * The different texts of a field, in alphabetical order.
   *
   * @param at the field
   * @return each text once
   * @throws IndexOutOfBoundsException if there is no such field
   */
  public List<String> classes(int at) {
    requireField(at);
    TreeSet<String> classes = new TreeSet<>();
    for (CsvRecord record : records) {
      classes.add(record.getField(at));
    }
    return Collections.unmodifiableList(new ArrayList<>(classes));
  }

  /**
   * A field of texts as class numbers: positions among {@link #classes}.
   *
   * @param name the column's name
   * @param at the field
   * @return a column of whole numbers
   * @throws IndexOutOfBoundsException if there is no such field
   */
  public Column classNumbers(String name, int at) {
    List<String> classes = classes(at);
    float[] values = new float[records.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Collections.binarySearch(classes, records.get(i).getField(at));
    }
    return Column.of(name, 1, values);
  }

  private void requireField(int at) {
    CsvFields.requireField(file, records.get(0).getFieldCount(), at);
  }

  /**
   * Examples of one input and one target: the last field, and all before it.
   *
   * @param input the input's name
   * @param target the target's name
   * @return the examples
   * @throws MalformedFileException if there is but one field, or one is not a number; it says which
   */
  public Examples lastFieldAsTarget(String input, String target) throws MalformedFileException {
    int last = records.get(0).getFieldCount() - 1;
    if (last == 0) {
      throw new MalformedFileException(
          file + " has a single field in each line; a target needs another before it");
    }
    return Examples.of(numbers(input, 0, last), numbers(target, last, last + 1));
  }
}
