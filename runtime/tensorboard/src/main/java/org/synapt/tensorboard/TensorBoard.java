package org.synapt.tensorboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.synapt.network.Parameter;
import org.synapt.persistence.Notes;
import org.synapt.training.Callback;
import org.synapt.training.Logs;
import org.synapt.training.Training;

/**
 * Writes what training reports where TensorBoard shows it: {@code tensorboard --logdir runs}.
 *
 * <pre>
 * runs/today/train        epoch_loss, epoch_acc, epoch_learning_rate; hidden1/weight/histogram
 * runs/today/validation   epoch_loss, epoch_acc
 * </pre>
 *
 * <p>Directories, tags and steps are those of Keras 3: epochs count from 0, batches from 1 and
 * through all epochs; where a training is taken up again they go on counting. An epoch's learning
 * rate is that of its last step. There is no graph of operations, as there is none to show.
 *
 * <p>Files are brought up to date behind each epoch; of a training that crashes, what was written
 * by then can be read. Give each training a directory of its own, or the curves of one are drawn
 * into those of another.
 */
public final class TensorBoard implements Callback {
  private static final String VALIDATION = "val_";
  private static final String BATCHES = "batches";

  private final Path directory;
  private int histogramFreq;
  private boolean gradients;
  private int updateFreq;
  private Optional<Run> run = Optional.empty();

  private TensorBoard(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes losses and metrics behind each epoch.
   *
   * @param directory where; it is made if it is not there
   * @return the callback
   */
  public static TensorBoard to(Path directory) {
    return new TensorBoard(directory);
  }

  /**
   * Sets how often a histogram of each parameter is written: behind every so many epochs, the first
   * among them.
   *
   * @param epochs the number of epochs; 0, the default, writes none
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public TensorBoard histogramFreq(int epochs) {
    if (epochs < 0) {
      throw new IllegalArgumentException(
          "histograms are written every so many epochs, or never with 0, not every " + epochs);
    }
    histogramFreq = epochs;
    return this;
  }

  /**
   * Adds histograms of the gradients of an epoch's last batch to those of {@link #histogramFreq},
   * as Keras 2 does with {@code write_grads}.
   *
   * @return this
   */
  public TensorBoard writeGrads() {
    gradients = true;
    return this;
  }

  /**
   * Sets how often losses and metrics of a single batch are written too, as {@code batch_loss}:
   * behind every so many batches. Keras's {@code "batch"} is 1; its {@code "epoch"}, the default,
   * is not to call this.
   *
   * @param batches the number of batches
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TensorBoard updateFreq(int batches) {
    if (batches < 1) {
      throw new IllegalArgumentException(
          "batches are written every so many, at least 1, not every " + batches);
    }
    updateFreq = batches;
    return this;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the directory cannot be written
   */
  @Override
  public void onTrainBegin(Training training) {
    try {
      run = Optional.of(new Run(training));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void onBatchBegin(int batch) {
    // Behind the step, a schedule tells the next one's rate.
    run.ifPresent(begun -> begun.learningRate = begun.training.learningRate());
  }

  @Override
  public void onBatchEnd(int batch, Logs logs) {
    if (run.isPresent()) {
      try {
        run.get().batch(logs);
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    if (run.isPresent()) {
      try {
        run.get().epoch(epoch, logs);
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  @Override
  public void onTrainEnd() {
    Optional<Run> ended = run;
    run = Optional.empty();
    if (ended.isPresent()) {
      try {
        ended.get().close();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  @Override
  public void onSave(Notes notes) {
    run.ifPresent(begun -> notes.put(BATCHES, (double) begun.batches));
  }

  @Override
  public void onResume(Notes notes) {
    run.ifPresent(begun -> begun.batches = (long) notes.number(BATCHES));
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        "the event files for TensorBoard cannot be written to "
            + directory
            + "; give TensorBoard.to a directory that can be made and has room",
        e);
  }

  /** A training and its files. */
  private final class Run {
    private final Training training;
    private final EventFile train;
    private final Optional<EventFile> validation;
    private long batches;
    private double learningRate;

    Run(Training training) throws IOException {
      this.training = training;
      this.learningRate = training.learningRate();
      this.train = EventFile.in(directory.resolve("train"));
      this.validation =
          training.logNames().stream().anyMatch(name -> name.startsWith(VALIDATION))
              ? Optional.of(EventFile.in(directory.resolve("validation")))
              : Optional.empty();
    }

    void batch(Logs logs) throws IOException {
      batches++;
      if (updateFreq > 0 && batches % updateFreq == 0) {
        for (Map.Entry<String, Double> log : logs.entrySet()) {
          train.scalar("batch_" + log.getKey(), batches, log.getValue());
        }
      }
    }

    void epoch(int epoch, Logs logs) throws IOException {
      for (Map.Entry<String, Double> log : logs.entrySet()) {
        String name = log.getKey();
        if (name.startsWith(VALIDATION) && validation.isPresent()) {
          String tag = "epoch_" + name.substring(VALIDATION.length());
          validation.get().scalar(tag, epoch, log.getValue());
        } else {
          train.scalar("epoch_" + name, epoch, log.getValue());
        }
      }
      if (!logs.containsKey("learning_rate")) {
        train.scalar("epoch_learning_rate", epoch, learningRate);
      }
      if (histogramFreq > 0 && epoch % histogramFreq == 0) {
        histograms(epoch);
      }
      train.flush();
      if (validation.isPresent()) {
        validation.get().flush();
      }
    }

    private void histograms(int epoch) throws IOException {
      for (Parameter parameter : training.network().parameters()) {
        // TensorBoard groups by what stands before the first slash: here, the row.
        String name = parameter.name().replace('.', '/');
        train.histogram(name + "/histogram", epoch, parameter.get());
        if (gradients && parameter.trained()) {
          float[] gradient = new float[parameter.size()];
          parameter.gradient().get(0, gradient, 0, gradient.length);
          train.histogram(name + "/gradient/histogram", epoch, gradient);
        }
      }
    }

    void close() throws IOException {
      try (EventFile last = train) {
        if (validation.isPresent()) {
          validation.get().close();
        }
        last.flush();
      }
    }
  }
}
