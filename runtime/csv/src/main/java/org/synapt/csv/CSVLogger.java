package org.synapt.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.persistence.Notes;
import org.synapt.training.Callback;
import org.synapt.training.Logs;
import org.synapt.training.Training;

/**
 * Writes what each epoch reports into a CSV file, a line an epoch.
 *
 * <pre>
 * epoch,loss,acc,val_loss,val_acc
 * 0,1.1724,0.6558,0.4471,0.879
 * </pre>
 *
 * <p>Epochs are counted from 0. What an epoch does not report, such as {@code val_loss} behind one
 * without a validation, is an empty cell. A line is on the disk before the next epoch begins. A
 * training that goes on from a file, such as {@code BackupAndRestore}'s, goes on behind the line of
 * its last epoch; lines that were written after it are written again. Source: Keras 3, {@code
 * CSVLogger}, whose columns are in alphabetical order and whose empty cells hold NA.
 */
public final class CSVLogger implements Callback {
  private static final String BYTES = "bytes";
  private static final String SUM = "sum";

  private final Path file;
  private char separator = ',';
  private boolean append;

  private List<String> columns = new ArrayList<>();
  private Optional<SummedFile> log = Optional.empty();
  private boolean running;
  private boolean ready;
  private boolean resumed;
  private long bytes;
  private long sum;

  private CSVLogger(Path file) {
    this.file = file;
  }

  /**
   * Writes into a file.
   *
   * @param file replaced where training begins; its folder is made where there is none
   * @return the callback
   */
  public static CSVLogger to(Path file) {
    return new CSVLogger(file);
  }

  /**
   * Sets what stands between two cells.
   *
   * @param mark a comma unless this is called
   * @return this
   * @throws IllegalArgumentException if it is a quote or the end of a line
   */
  public CSVLogger separator(char mark) {
    if (mark == '"' || mark == '\n' || mark == '\r') {
      throw new IllegalArgumentException("a quote or the end of a line cannot separate cells");
    }
    separator = mark;
    return this;
  }

  /**
   * Adds lines to what the file holds, which must have the same columns.
   *
   * @return this
   */
  public CSVLogger append() {
    append = true;
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    columns = new ArrayList<>(training.logNames());
    columns.add(0, "epoch");
    ready = false;
    resumed = false;
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      log = Optional.of(SummedFile.open(file));
      running = true;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void onResume(Notes notes) {
    bytes = (long) notes.number(BYTES);
    sum = (long) notes.number(SUM);
    resumed = true;
  }

  /** Only here it is known whether a training goes on. */
  private SummedFile log() {
    SummedFile found = log.orElseThrow(() -> new IllegalStateException("no training has begun"));
    if (!ready) {
      try {
        begin(found);
        ready = true;
      } catch (IOException e) {
        throw failure(e);
      }
    }
    return found;
  }

  private void begin(SummedFile found) throws IOException {
    if (resumed && found.cut(bytes, sum)) {
      return;
    }
    if (append && found.readToEnd() > 0) {
      requireSameColumns();
      if (!found.endsWith('\n')) {
        found.write(bytes("\n"));
      }
    } else {
      found.clear();
      found.write(line(columns));
    }
  }

  private void requireSameColumns() throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
      List<String> found = new ArrayList<>();
      reader.stream().limit(1).forEach(header -> found.addAll(header.getFields()));
      if (!found.equals(columns)) {
        throw new IllegalArgumentException(
            file
                + " has the columns "
                + found
                + ", but this training reports "
                + columns
                + "; log into another file, or without append()");
      }
    }
  }

  private byte[] line(List<String> cells) {
    StringWriter line = new StringWriter();
    try (CsvWriter writer =
        CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.LF).build(line)) {
      writer.writeRecord(cells);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return bytes(line.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void onCheckpoint(int epochsDone) {
    log();
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(epoch));
    for (String column : columns.subList(1, columns.size())) {
      cells.add(logs.containsKey(column) ? String.valueOf(logs.value(column)) : "");
    }
    try {
      log().write(line(cells));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void onTrainEnd() {
    running = false;
    try {
      if (log.isPresent()) {
        log.get().close();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
  }

  @Override
  public void onSave(Notes notes) {
    if (running || ready) {
      SummedFile written = log();
      notes.put(BYTES, (double) written.length()).put(SUM, (double) written.sum());
    }
  }
}
