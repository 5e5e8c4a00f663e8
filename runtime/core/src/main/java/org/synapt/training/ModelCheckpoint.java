package org.synapt.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.synapt.persistence.Notes;
import org.synapt.persistence.ParameterFile;

/**
 * Saves the network behind each epoch, or behind those that were better than all before.
 *
 * <p>The file's name may have places for the epoch and for what it reports: {@code
 * weights.{epoch:02d}-{val_loss:.2f}.safetensors}; {@code {epoch}} begins with 1, as people count,
 * and as in Keras 3 (Keras 2.0 began with 0: see {@link #firstEpoch}). A file is replaced as a
 * whole or not at all. With the parameters goes the state of training, from which {@link
 * Trainer#resume} goes on, unless {@link #saveWeightsOnly} is called.
 *
 * <p>Source: Keras 3, {@code ModelCheckpoint}.
 */
public final class ModelCheckpoint implements Callback {
  private final FilePattern pattern;
  private final Monitor monitor = new Monitor("ModelCheckpoint", "val_loss");
  private final Announcements says = new Announcements();
  private boolean bestOnly;
  private boolean weightsOnly;
  private int everyEpochs = 1;
  private int everyBatches;
  private int firstEpoch = 1;
  private OptionalDouble threshold = OptionalDouble.empty();

  private Optional<Training> training = Optional.empty();
  private Optional<Path> due = Optional.empty();
  private double best = Double.NaN;
  private int since;
  private int epoch;

  private ModelCheckpoint(FilePattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Saves into a file.
   *
   * @param file its name may have places for numbers; folders are made where there are none
   * @return the callback
   * @throws IllegalArgumentException if a place cannot be read
   */
  public static ModelCheckpoint to(Path file) {
    return to(file.toString());
  }

  /**
   * Saves into a file, on platforms too whose paths cannot hold {@code {epoch:02d}}.
   *
   * @param file its name may have places for numbers; folders are made where there are none
   * @return the callback
   * @throws IllegalArgumentException if a place cannot be read
   */
  public static ModelCheckpoint to(String file) {
    return new ModelCheckpoint(new FilePattern(file));
  }

  /**
   * Sets the number that tells how good an epoch was, for {@link #saveBestOnly}.
   *
   * @param name {@code val_loss} unless this is called
   * @return this
   */
  public ModelCheckpoint monitor(String name) {
    monitor.name(name);
    return this;
  }

  /**
   * Sets which way the number gets better.
   *
   * @param mode {@link Mode#AUTO} unless this is called
   * @return this
   */
  public ModelCheckpoint mode(Mode mode) {
    monitor.mode(mode);
    return this;
  }

  /**
   * Saves behind those epochs alone that were better than all before.
   *
   * @return this
   */
  public ModelCheckpoint saveBestOnly() {
    bestOnly = true;
    return this;
  }

  /**
   * Sets what an epoch has to better before it is the best, for {@link #saveBestOnly}.
   *
   * @param number the number that counts as reached already
   * @return this
   * @throws IllegalArgumentException if it is not finite
   */
  public ModelCheckpoint initialValueThreshold(double number) {
    threshold = OptionalDouble.of(Counts.finite("initialValueThreshold", number));
    return this;
  }

  /**
   * Saves parameters without the state of training.
   *
   * @return this
   */
  public ModelCheckpoint saveWeightsOnly() {
    weightsOnly = true;
    return this;
  }

  /**
   * Saves behind every so many epochs: Keras 2's {@code period}.
   *
   * @param epochs 1 unless this is called
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public ModelCheckpoint everyEpochs(int epochs) {
    everyEpochs = Counts.atLeastOne("everyEpochs", epochs);
    everyBatches = 0;
    return this;
  }

  /**
   * Saves behind every so many batches, counted through all epochs, instead: Keras 3's {@code
   * save_freq}. Parameters alone are saved then, since training goes on from epochs; a batch's
   * numbers, which {@code val_…} is not among, tell how good it was; the file's name may have a
   * place for {@code {batch}}, which begins with 1.
   *
   * @param batches the number of batches
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public ModelCheckpoint everyBatches(int batches) {
    everyBatches = Counts.atLeastOne("everyBatches", batches);
    return this;
  }

  /**
   * Sets with which number {@code {epoch}} begins.
   *
   * @param number 1 unless this is called; 0 as in Keras 2.0
   * @return this
   */
  public ModelCheckpoint firstEpoch(int number) {
    firstEpoch = number;
    return this;
  }

  /**
   * Says what is saved and what is not.
   *
   * @param out what is said is appended here
   * @return this
   */
  public ModelCheckpoint verbose(Appendable out) {
    says.to(out);
    return this;
  }

  @Override
  public void onTrainBegin(Training begun) {
    List<String> names = names(begun);
    for (String name : pattern.names()) {
      Monitor.require("ModelCheckpoint names its file " + pattern + " by", name, names);
    }
    if (bestOnly) {
      monitor.begin(begun, names.subList(everyBatches > 0 ? 2 : 1, names.size()));
      best = threshold.orElse(monitor.worst());
    }
    training = Optional.of(begun);
    due = Optional.empty();
    since = 0;
  }

  private List<String> names(Training begun) {
    List<String> names = new ArrayList<>();
    names.add("epoch");
    if (everyBatches > 0) {
      names.add("batch");
    }
    for (String name : begun.logNames()) {
      if (everyBatches == 0 || !name.startsWith("val_")) {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public void onEpochBegin(int begun) {
    epoch = begun;
  }

  @Override
  public void onBatchEnd(int batch, Logs logs) {
    if (everyBatches > 0 && ++since >= everyBatches) {
      since = 0;
      if (isGood(logs)) {
        write(path(batch, logs));
      }
    }
  }

  @Override
  public void onEpochEnd(int ended, Logs logs) {
    due = Optional.empty();
    if (everyBatches == 0 && ++since >= everyEpochs) {
      since = 0;
      if (isGood(logs)) {
        due = Optional.of(path(0, logs));
      }
    }
  }

  /** Here every other callback has been told of the epoch, and can say what it remembers. */
  @Override
  public void onCheckpoint(int epochsDone) {
    due.ifPresent(this::write);
    due = Optional.empty();
  }

  private boolean isGood(Logs logs) {
    if (!bestOnly) {
      return true;
    }
    String name = monitor.name();
    if (!logs.containsKey(name)) {
      return false;
    }
    double now = logs.value(name);
    if (!monitor.isBetter(now, best, 0)) {
      says.say(epoch, name + String.format(Locale.ROOT, " did not improve from %.5f", best));
      return false;
    }
    says.say(epoch, name + String.format(Locale.ROOT, " improved from %.5f to %.5f", best, now));
    best = now;
    return true;
  }

  /** What an epoch without a validation does not report is NaN in its file's name. */
  private Path path(int batch, Logs logs) {
    return Paths.get(
        pattern.fill(
            name ->
                switch (name) {
                  case "epoch" -> epoch + firstEpoch;
                  case "batch" -> batch + 1;
                  default -> logs.containsKey(name) ? logs.value(name) : Double.NaN;
                }));
  }

  private void write(Path file) {
    says.say(epoch, "saving model to " + file);
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      if (weightsOnly || everyBatches > 0) {
        ParameterFile.save(begun().network(), file);
      } else {
        begun().save(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Training begun() {
    return training.orElseThrow(() -> new IllegalStateException("no training has begun"));
  }

  @Override
  public void onTrainEnd() {
    training = Optional.empty();
  }

  @Override
  public void onSave(Notes notes) {
    notes.put("since", since);
    if (bestOnly && !Double.isNaN(best)) {
      notes.put(monitor.best(), best);
    }
  }

  @Override
  public void onResume(Notes notes) {
    int noted = notes.count("since");
    if (bestOnly && notes.has(monitor.best())) {
      best = notes.number(monitor.best());
    }
    since = noted;
  }
}
