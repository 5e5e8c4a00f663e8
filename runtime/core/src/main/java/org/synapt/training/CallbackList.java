package org.synapt.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.synapt.persistence.Notes;

/** Calls callbacks one after the other; allocates nothing around batches. */
final class CallbackList {
  private final List<Callback> callbacks;

  CallbackList(List<Callback> callbacks) {
    this.callbacks = callbacks;
  }

  /**
   * Requires that there is a callback at every place.
   *
   * @throws IllegalArgumentException if one is null; it says which
   */
  static Callback[] requireAll(Callback... callbacks) {
    for (int i = 0; i < callbacks.length; i++) {
      if (callbacks[i] == null) {
        throw new IllegalArgumentException(
            "callback " + (i + 1) + " of " + callbacks.length + " is null; leave it out");
      }
    }
    return callbacks;
  }

  boolean isEmpty() {
    return callbacks.isEmpty();
  }

  /**
   * Begins, trains, and ends whatever happens: every callback that was begun is told of the end,
   * though training or the end of another fails. What fails first is thrown, with the rest
   * attached.
   */
  void around(Training training, Runnable epochs) {
    int begun = 0;
    Optional<Throwable> failure = Optional.empty();
    try {
      while (begun < callbacks.size()) {
        callbacks.get(begun++).onTrainBegin(training);
      }
      epochs.run();
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e);
    }
    for (Callback callback : callbacks.subList(0, begun)) {
      try {
        callback.onTrainEnd();
      } catch (RuntimeException | Error e) {
        failure = Optional.of(failure.map(first -> attach(first, e)).orElse(e));
      }
    }
    failure.ifPresent(CallbackList::rethrow);
  }

  private static Throwable attach(Throwable first, Throwable further) {
    if (first != further) {
      first.addSuppressed(further);
    }
    return first;
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  void onEpochBegin(int epoch) {
    for (Callback callback : callbacks) {
      callback.onEpochBegin(epoch);
    }
  }

  void onEpochEnd(int epoch, Logs logs) {
    for (Callback callback : callbacks) {
      callback.onEpochEnd(epoch, logs);
    }
  }

  void onBatchBegin(int batch) {
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).onBatchBegin(batch);
    }
  }

  void onBatchEnd(int batch, Logs logs) {
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).onBatchEnd(batch, logs);
    }
  }

  /** Backups come last: what they hold as done, the files of others included, has been done. */
  void onCheckpoint(int epochsDone) {
    onCheckpoint(epochsDone, callback -> !(callback instanceof BackupAndRestore));
    onCheckpoint(epochsDone, BackupAndRestore.class::isInstance);
  }

  private void onCheckpoint(int epochsDone, Predicate<Callback> chosen) {
    for (Callback callback : callbacks) {
      if (chosen.test(callback)) {
        callback.onCheckpoint(epochsDone);
      }
    }
  }

  /** What callbacks remember, by who they are; those that remember nothing are left out. */
  Map<String, Notes> notes() {
    Map<String, Notes> all = new LinkedHashMap<>();
    List<String> owners = owners();
    for (int i = 0; i < callbacks.size(); i++) {
      Notes notes = new Notes();
      callbacks.get(i).onSave(notes);
      if (!notes.names().isEmpty()) {
        all.put(owners.get(i), notes);
      }
    }
    return all;
  }

  /**
   * Gives callbacks back what they remembered; whoever has nothing there begins anew.
   *
   * @throws IllegalArgumentException if one cannot have remembered that
   */
  void resume(Map<String, Notes> notes) {
    List<String> owners = owners();
    for (int i = 0; i < callbacks.size(); i++) {
      Notes owned = notes.get(owners.get(i));
      if (owned != null) {
        resume(callbacks.get(i), owned);
      }
    }
  }

  private static void resume(Callback callback, Notes owned) {
    try {
      callback.onResume(owned);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "what was saved for "
              + callback.getClass().getSimpleName()
              + " cannot be: "
              + e.getMessage(),
          e);
    }
  }

  /** The class of each, with a number behind it from the second of a class on. */
  private List<String> owners() {
    Map<String, Integer> counts = new HashMap<>();
    List<String> owners = new ArrayList<>();
    for (Callback callback : callbacks) {
      String name = callback.getClass().getName();
      int count = counts.merge(name, 1, Integer::sum);
      owners.add(count == 1 ? name : name + "#" + count);
    }
    return owners;
  }
}
