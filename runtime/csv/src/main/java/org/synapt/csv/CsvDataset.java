package org.synapt.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.ExampleReader;
import org.synapt.data.Examples;
import org.synapt.data.MalformedFileException;

/**
 * A CSV file that is read line by line, again for each epoch and never as a whole.
 *
 * <pre>{@code
 * Dataset pima =
 *     CsvDataset.of(Path.of("pima-indians-diabetes.csv"))
 *         .input("measures", 0, 8)
 *         .target("diabetes", 8, 9)
 *         .dataset()
 *         .shuffle(1_000, 7);
 * }</pre>
 *
 * <p>What is taken for a line and a field is what {@link CsvTable} takes for them. A line that is
 * wrong is told of when it is read.
 */
public final class CsvDataset {
  private static final int CHUNK = 256;

  private final Path file;
  private final List<String> header;
  private final List<Part> inputs;
  private final List<Part> targets;

  private CsvDataset(Path file, List<String> header, List<Part> inputs, List<Part> targets) {
    this.file = file;
    this.header = header;
    this.inputs = inputs;
    this.targets = targets;
  }

  /** Some fields of each line, and how they become floats. */
  private record Part(String name, int from, int to, int width, List<String> classes) {

    void read(String file, CsvRecord line, float[] values, int row) throws MalformedFileException {
      CsvFields.requireField(file, line.getFieldCount(), from);
      CsvFields.requireField(file, line.getFieldCount(), to - 1);
      if (!classes.isEmpty()) {
        values[row * width + classOf(file, line)] = 1;
        return;
      }
      for (int j = 0; j < width; j++) {
        values[row * width + j] = CsvFields.number(file, line, from + j);
      }
    }

    private int classOf(String file, CsvRecord line) throws MalformedFileException {
      int found = classes.indexOf(line.getField(from));
      if (found < 0) {
        throw new MalformedFileException(
            CsvFields.where(file, line, from)
                + " is '"
                + line.getField(from)
                + "', not one of the classes "
                + classes);
      }
      return found;
    }
  }

  /**
   * A file that begins with its first example.
   *
   * @param file in UTF-8, its fields separated by commas
   * @return the file, no fields chosen
   */
  public static CsvDataset of(Path file) {
    return new CsvDataset(
        file, Collections.emptyList(), Collections.emptyList(), Collections.emptyList());
  }

  /**
   * A file whose first line names its fields.
   *
   * @param file in UTF-8, its fields separated by commas
   * @return the file, no fields chosen
   * @throws MalformedFileException if it has no examples
   * @throws IOException if it cannot be read
   */
  public static CsvDataset withHeader(Path file) throws IOException {
    try (CsvFields fields = CsvFields.open(file)) {
      if (!fields.hasNext()) {
        throw new MalformedFileException(file + " is empty");
      }
      List<String> header = fields.next().getFields();
      if (!fields.hasNext()) {
        throw new MalformedFileException(file + " has a header but no examples");
      }
      return new CsvDataset(file, header, Collections.emptyList(), Collections.emptyList());
    }
  }

  /**
   * Where a named field is.
   *
   * @param field its name in the header
   * @return its position
   * @throws IllegalArgumentException if there is no such field; the message lists all
   */
  public int at(String field) {
    return CsvFields.at(file.toString(), header, field);
  }

  /**
   * Takes neighbouring fields as an input of numbers.
   *
   * @param name the input's name
   * @param from the first field, counted from 0
   * @param to the field after the last
   * @return the file, with this input
   * @throws IndexOutOfBoundsException if no field lies there
   */
  public CsvDataset input(String name, int from, int to) {
    return new CsvDataset(file, header, and(inputs, numbers(name, from, to)), targets);
  }

  /**
   * Takes neighbouring fields as a target of numbers.
   *
   * @param name the target's name
   * @param from the first field, counted from 0
   * @param to the field after the last
   * @return the file, with this target
   * @throws IndexOutOfBoundsException if no field lies there
   */
  public CsvDataset target(String name, int from, int to) {
    return new CsvDataset(file, header, inputs, and(targets, numbers(name, from, to)));
  }

  /**
   * Takes a field as a target of one-hot rows.
   *
   * @param name the target's name
   * @param at the field, counted from 0
   * @param classes every text that it may hold, in the order of the classes
   * @return the file, with this target
   * @throws IndexOutOfBoundsException if no field can lie there
   * @throws IllegalArgumentException if there are no classes
   */
  public CsvDataset classTarget(String name, int at, String... classes) {
    if (classes.length == 0) {
      throw new IllegalArgumentException(name + " needs the classes that it may be one of");
    }
    CsvFields.requireField(file.toString(), Integer.MAX_VALUE, at);
    Part part = new Part(name, at, at + 1, classes.length, List.of(classes));
    return new CsvDataset(file, header, inputs, and(targets, part));
  }

  private Part numbers(String name, int from, int to) {
    CsvFields.requireRange(from, to);
    int fields = header.isEmpty() ? Integer.MAX_VALUE : header.size();
    CsvFields.requireField(file.toString(), fields, from);
    CsvFields.requireField(file.toString(), fields, to - 1);
    return new Part(name, from, to, to - from, List.of());
  }

  private static List<Part> and(List<Part> parts, Part another) {
    List<Part> all = new ArrayList<>(parts);
    all.add(another);
    return List.copyOf(all);
  }

  /**
   * The examples, of which 256 at a time are in memory.
   *
   * @return the data set
   * @throws IllegalArgumentException if no input was chosen
   */
  public Dataset dataset() {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("choose which fields of " + file + " are an input");
    }
    return Dataset.read(() -> new Lines(CsvFields.open(file)));
  }

  private final class Lines implements ExampleReader {
    private final CsvFields fields;

    Lines(CsvFields fields) throws IOException {
      this.fields = fields;
      if (!header.isEmpty()) {
        fields.next();
      }
    }

    @Override
    public Optional<Examples> read() throws IOException {
      List<CsvRecord> lines = new ArrayList<>();
      while (lines.size() < CHUNK && fields.hasNext()) {
        lines.add(fields.next());
      }
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(Examples.of(columns(inputs, lines), columns(targets, lines)));
    }

    private List<Column> columns(List<Part> parts, List<CsvRecord> lines) throws IOException {
      List<Column> columns = new ArrayList<>();
      for (Part part : parts) {
        float[] values = new float[lines.size() * part.width()];
        for (int i = 0; i < lines.size(); i++) {
          part.read(file.toString(), lines.get(i), values, i);
        }
        columns.add(Column.of(part.name(), part.width(), values));
      }
      return columns;
    }

    @Override
    public void close() throws IOException {
      fields.close();
    }
  }
}
