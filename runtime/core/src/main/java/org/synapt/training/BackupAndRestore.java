package org.synapt.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets a training that was killed go on, when the same program runs again, as if it had not been.
 *
 * <p>Behind each epoch, and behind what all other callbacks do there, a file takes the place of the
 * one before: parameters, what the optimizer and the callbacks remember, the history. A training
 * that finds such a file goes on behind its epoch; what had been done of a further one is done
 * again, and on the Java backend to the same bits. That holds for callbacks that write down what
 * they remember, as all of these do: see {@link Callback#onSave}. Where training comes to its end
 * the file is deleted; where it fails, the file stays. A program that is killed between the end of
 * {@code fit} and saving what it has trained begins anew, unless it keeps the file with {@link
 * #deleteCheckpoint}.
 *
 * <p>The program has to give the same network, seed, optimizer and data. Source: Keras 3, {@code
 * BackupAndRestore}, without its backups within epochs.
 */
public final class BackupAndRestore implements Callback {
  private static final String FILE = "backup.safetensors";

  private final Path folder;
  private final Path file;
  private final Announcements says = new Announcements();
  private boolean deleteCheckpoint = true;
  private Optional<Training> training = Optional.empty();

  private BackupAndRestore(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(FILE);
  }

  /**
   * Keeps the backup in a folder.
   *
   * @param folder made where there is none; for this training alone
   * @return the callback
   */
  public static BackupAndRestore in(Path folder) {
    return new BackupAndRestore(folder);
  }

  /**
   * Sets whether the backup is deleted where training comes to its end.
   *
   * @param on true unless this is called
   * @return this
   */
  public BackupAndRestore deleteCheckpoint(boolean on) {
    deleteCheckpoint = on;
    return this;
  }

  /**
   * Says where training goes on from a backup.
   *
   * @param out what is said is appended here
   * @return this
   */
  public BackupAndRestore verbose(Appendable out) {
    says.to(out);
    return this;
  }

  @Override
  public void onTrainBegin(Training begun) {
    training = Optional.of(begun);
    makeFolder();
    try {
      if (Files.exists(file)) {
        begun.resume(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          e.getMessage() + "; delete " + file + " to begin anew, or put back what has changed", e);
    }
  }

  private void makeFolder() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + " cannot be made a folder for the backup (" + e + "); take another", e);
    }
  }

  /** The first, before any epoch, is for callbacks that add to a file which was there before. */
  @Override
  public void onCheckpoint(int epochsDone) {
    try {
      if (training.isPresent()) {
        training.get().save(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void onTrainEnd() {
    try {
      if (deleteCheckpoint && training.isPresent() && training.get().finished()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      training = Optional.empty();
    }
  }
}
