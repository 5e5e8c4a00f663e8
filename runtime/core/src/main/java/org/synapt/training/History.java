package org.synapt.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.persistence.Notes;

/** What each epoch reported, by name. */
public final class History {
  private static final String EPOCHS = "epochs";
  private static final String LOG = "log ";

  private final List<Integer> epochs = new ArrayList<>();
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  History() {}

  void add(int epoch, Logs logs) {
    epochs.add(epoch);
    for (Map.Entry<String, Double> log : logs.entrySet()) {
      values.computeIfAbsent(log.getKey(), name -> new ArrayList<>()).add(log.getValue());
    }
  }

  /** Writes down what was reported. */
  Notes notes() {
    Notes notes = new Notes().put(EPOCHS, toArray(epochs));
    values.forEach((name, reported) -> notes.put(LOG + name, toArray(reported)));
    return notes;
  }

  private static double[] toArray(List<? extends Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  /** Goes on behind what was written down. */
  void resume(Notes notes) {
    for (double epoch : notes.numbers(EPOCHS)) {
      epochs.add((int) epoch);
    }
    for (String name : notes.names()) {
      if (name.startsWith(LOG)) {
        List<Double> reported = new ArrayList<>();
        for (double number : notes.numbers(name)) {
          reported.add(number);
        }
        values.put(name.substring(LOG.length()), reported);
      }
    }
  }

  /**
   * The epochs that were trained, counted from 0.
   *
   * @return their numbers
   */
  public List<Integer> epochs() {
    return Collections.unmodifiableList(epochs);
  }

  /**
   * The names of what was reported, such as {@code loss} and {@code val_acc}.
   *
   * @return the names
   */
  public List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(values.keySet()));
  }

  /**
   * What each epoch reported.
   *
   * @param name such as {@code loss}
   * @return a number for each epoch
   * @throws IllegalArgumentException if nothing of this name was reported; the message lists what
   *     was
   */
  public List<Double> get(String name) {
    List<Double> found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no " + name + " among " + values.keySet());
    }
    return Collections.unmodifiableList(found);
  }

  /**
   * What the last epoch reported.
   *
   * @param name such as {@code loss}
   * @return the number
   * @throws IllegalArgumentException if nothing of this name was reported
   */
  public double last(String name) {
    List<Double> found = get(name);
    return found.get(found.size() - 1);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
