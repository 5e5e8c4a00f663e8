package org.synapt.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.persistence.Notes;
import org.synapt.report.Page.Chart;
import org.synapt.report.Page.Figure;
import org.synapt.report.Page.Series;
import org.synapt.training.History;
import org.synapt.training.Logs;

/** What each epoch reported, and the charts of it: training and validation share one. */
final class Curves {
  private static final String VALIDATION = "val_";
  private static final String LOSS = "loss";
  private static final String RATE = "learning_rate";
  private static final String EPOCHS = "epochs";
  private static final String LOG = "log ";

  private final List<Integer> epochs = new ArrayList<>();
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /** What a training has reported so far. */
  static Curves of(History history) {
    Curves curves = new Curves();
    for (int epoch : history.epochs()) {
      curves.epochs.add(epoch + 1);
    }
    for (String name : history.names()) {
      curves.values.put(name, history.get(name));
    }
    return curves;
  }

  /** Adds an epoch; the learning rate is added where the logs do not tell it. */
  void add(int epoch, Logs logs, double learningRate) {
    epochs.add(epoch + 1);
    for (Map.Entry<String, Double> log : logs.entrySet()) {
      add(log.getKey(), log.getValue());
    }
    if (!logs.containsKey(RATE)) {
      add(RATE, learningRate);
    }
  }

  private void add(String name, double value) {
    List<Double> all = values.computeIfAbsent(name, unseen -> new ArrayList<>());
    pad(all, epochs.size() - 1);
    all.add(value);
  }

  /** What an epoch did not report, such as a metric added later, is a gap in its curve. */
  private static void pad(List<Double> all, int length) {
    while (all.size() < length) {
      all.add(Double.NaN);
    }
  }

  void save(Notes notes) {
    notes.put(EPOCHS, epochs.stream().mapToDouble(Integer::doubleValue).toArray());
    values.forEach(
        (name, reported) ->
            notes.put(LOG + name, reported.stream().mapToDouble(Double::doubleValue).toArray()));
  }

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

  /** The epochs, counted from 1 as people do. */
  List<Integer> epochs() {
    return List.copyOf(epochs);
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    values.forEach(
        (name, all) -> {
          if (!isValidation(name)) {
            charts.add(chart(name, all));
          }
        });
    return charts;
  }

  /** Whether it is a name of validation, and training has one of the same kind. */
  private boolean isValidation(String name) {
    return name.startsWith(VALIDATION) && values.containsKey(name.substring(VALIDATION.length()));
  }

  private Chart chart(String name, List<Double> all) {
    List<Series> series = new ArrayList<>();
    List<Double> validation = values.get(VALIDATION + name);
    String own = name.equals(RATE) ? name : "training";
    series.add(new Series(own, curve(all)));
    if (validation != null) {
      series.add(new Series("validation", curve(validation)));
    }
    return new Chart(name, name.equals(LOSS), series);
  }

  private List<Double> curve(List<Double> all) {
    List<Double> curve = new ArrayList<>(all);
    pad(curve, epochs.size());
    return curve;
  }

  /** The lowest loss, and where every metric stands. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (epochs.isEmpty()) {
      return figures;
    }
    values.forEach(
        (name, all) -> {
          boolean superseded = values.containsKey(VALIDATION + name);
          if (name.equals(LOSS) && !superseded || name.equals(VALIDATION + LOSS)) {
            figures.add(lowest(name, all));
          } else if (!name.equals(RATE) && !superseded) {
            figures.add(last(name, all));
          }
        });
    return figures;
  }

  private Figure lowest(String name, List<Double> all) {
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i) < all.get(best) || all.get(best).isNaN()) {
        best = i;
      }
    }
    return Figure.of("lowest " + name, all.get(best), "in epoch " + epochs.get(best));
  }

  private Figure last(String name, List<Double> all) {
    int last = all.size() - 1;
    return Figure.of(name, all.get(last), "in epoch " + epochs.get(last));
  }
}
