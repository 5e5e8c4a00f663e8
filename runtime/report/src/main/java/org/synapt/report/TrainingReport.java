package org.synapt.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.persistence.Notes;
import org.synapt.report.Page.Drawing;
import org.synapt.report.Page.Figure;
import org.synapt.report.Page.Matrix;
import org.synapt.report.Page.Row;
import org.synapt.report.Page.Setting;
import org.synapt.training.Callback;
import org.synapt.training.History;
import org.synapt.training.Logs;
import org.synapt.training.Training;

/**
 * Writes a training on one HTML page: key figures, curves of losses, metrics and the learning rate,
 * the network as a graph and as a table, what was confused with what, and the settings.
 *
 * <pre>
 * Trainer.of(network).callbacks(TrainingReport.to(Path.of("digits.html"))).fit(examples);
 * </pre>
 *
 * <p>The page holds all it needs and opens without a network; it can be mailed. It is there from
 * the first step on and written anew behind epochs, at most every second, so that a browser can
 * watch; confusion matrices come when training ends. It is written then even if training failed.
 */
public final class TrainingReport implements Callback {
  private static final long REWRITE_MILLIS = 1000;
  private static final String ELAPSED_MILLIS = "elapsed_millis";

  private final Path html;
  private Optional<String> title = Optional.empty();
  private Optional<Examples> examples = Optional.empty();
  private List<String> classNames = List.of();
  private Optional<Run> run = Optional.empty();

  private TrainingReport(Path html) {
    this.html = html;
  }

  /**
   * Writes the page to a file.
   *
   * @param html the file; replaced where it is there, and its directory made where that is not
   * @return the callback
   */
  public static TrainingReport to(Path html) {
    return new TrainingReport(html);
  }

  /**
   * Sets the page's title; unless this is called, it is the declaration's name.
   *
   * @param text the title
   * @return this
   */
  public TrainingReport title(String text) {
    title = Optional.of(text);
    return this;
  }

  /**
   * Sets the examples that confusion matrices are made of; unless this is called, what the training
   * is validated with, if that is held in memory.
   *
   * @param data with targets
   * @return this
   */
  public TrainingReport examples(Examples data) {
    examples = Optional.of(data);
    return this;
  }

  /**
   * Sets the names of classes, in the order of their numbers; unless this is called, or for an
   * output with another number of classes, they go by their numbers.
   *
   * @param names a name for each class
   * @return this
   */
  public TrainingReport classNames(String... names) {
    classNames = List.copyOf(Arrays.asList(names));
    return this;
  }

  /**
   * Writes the page of a training that is over. What only a callback sees, such as learning rates,
   * is not on it.
   *
   * @param network what was trained
   * @param history what each epoch reported
   * @throws IOException if the file cannot be written; an older one is still there then
   * @throws IllegalArgumentException if the examples are not what the network and its losses take
   */
  public void write(Network network, History history) throws IOException {
    Curves curves = Curves.of(history);
    int epochs = curves.epochs().size();
    String status = String.format(Locale.ROOT, "Trained for %,d epochs", epochs);
    Content content = new Content(network, SettingsTable.of(network));
    content.write(curves, status, matrices(network, examples));
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public void onTrainBegin(Training training) {
    run = Optional.of(new Run(training));
    run.get().write(List.of());
  }

  @Override
  public void onBatchBegin(int batch) {
    run.ifPresent(Run::batch);
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    run.ifPresent(begun -> begun.epoch(epoch, logs));
  }

  @Override
  public void onTrainEnd() {
    Optional<Run> ended = run;
    run = Optional.empty();
    ended.ifPresent(Run::end);
  }

  @Override
  public void onSave(Notes notes) {
    run.ifPresent(begun -> begun.save(notes));
  }

  @Override
  public void onResume(Notes notes) {
    run.ifPresent(begun -> begun.resume(notes));
  }

  private List<Matrix> matrices(Network network, Optional<Examples> judged) {
    return judged.map(data -> Confusions.of(network, data, classNames)).orElse(List.of());
  }

  /** What of a page stays the same while a network is trained. */
  private final class Content {
    private final String heading;
    private final List<Row> rows;
    private final List<Page.Total> totals;
    private final List<Drawing> drawings;
    private final List<Setting> settings;

    Content(Network network, List<Setting> settings) {
      this.heading = title.orElse(network.signature().name());
      this.rows = NetworkTable.rows(network);
      this.totals = NetworkTable.totals(network);
      this.drawings = GraphDrawing.of(rows);
      this.settings = settings;
    }

    /** The page of a training that is over, of which no more is known. */
    void write(Curves curves, String status, List<Matrix> matrices) throws IOException {
      write(curves, status, Progress.State.FINISHED, Optional.empty(), matrices);
    }

    /** The page of a training that runs, or has just ended. */
    void write(Curves curves, Progress progress, List<Matrix> matrices) throws IOException {
      long millis = progress.elapsedMillis();
      Figure time = time(millis, curves.epochs().size());
      write(curves, progress.text(millis), progress.state(), Optional.of(time), matrices);
    }

    private void write(
        Curves curves,
        String status,
        Progress.State state,
        Optional<Figure> time,
        List<Matrix> matrices)
        throws IOException {
      List<Figure> figures = new ArrayList<>(curves.figures());
      figures.add(parameters());
      time.ifPresent(figures::add);
      Page page =
          new Page(
              heading,
              status,
              state,
              figures,
              curves.epochs(),
              curves.charts(),
              rows,
              GraphDrawing.LONGEST,
              totals,
              drawings,
              matrices,
              settings,
              "Written by Synapt on " + now() + "; drawn with D3.");
      HtmlPage.write(page, html);
    }

    private Figure parameters() {
      String trained = count(totals.get(1).value()) + " trained";
      return Figure.of("parameters", count(totals.get(0).value()), trained);
    }

    private static String count(long number) {
      return String.format(Locale.ROOT, "%,d", number);
    }

    private static Figure time(long millis, int epochs) {
      String each = epochs == 0 ? "" : Elapsed.text(millis / epochs) + " an epoch";
      return Figure.of("time", Elapsed.text(millis), each);
    }

    private static String now() {
      return ZonedDateTime.now(ZoneId.systemDefault())
          .truncatedTo(ChronoUnit.SECONDS)
          .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
          .replace('T', ' ');
    }
  }

  /** A training that is reported on. */
  private final class Run {
    private final Training training;
    private final Content content;
    private final Curves curves = new Curves();
    private final Progress progress;
    private double learningRate;
    private long writtenMillis;

    Run(Training training) {
      this.training = training;
      this.content = new Content(training.network(), SettingsTable.of(training));
      this.progress = new Progress(training.epochs());
      this.learningRate = training.learningRate();
    }

    /** Before the step: behind it, a schedule tells the next one's rate. */
    void batch() {
      learningRate = training.learningRate();
    }

    void epoch(int epoch, Logs logs) {
      curves.add(epoch, logs, learningRate);
      progress.epoch(epoch + 1);
      if (progress.elapsedMillis() - writtenMillis >= REWRITE_MILLIS) {
        write(List.of());
      }
    }

    void save(Notes notes) {
      notes.put(ELAPSED_MILLIS, (double) progress.elapsedMillis());
      curves.save(notes);
    }

    void resume(Notes notes) {
      curves.resume(notes);
      List<Integer> epochs = curves.epochs();
      int done = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
      progress.resume(done, (long) notes.number(ELAPSED_MILLIS));
    }

    void end() {
      progress.end(training.finished());
      if (training.finished()) {
        write(matrices(training.network(), examples.or(training::validation)));
        return;
      }
      try {
        write(List.of());
      } catch (UncheckedIOException e) {
        // Training has failed already; of the two that is what must be told.
      }
    }

    void write(List<Matrix> matrices) {
      try {
        content.write(curves, progress, matrices);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the training report cannot be written to "
                + html
                + "; give TrainingReport.to a file in a directory that can be written",
            e);
      }
      writtenMillis = progress.elapsedMillis();
    }
  }
}
