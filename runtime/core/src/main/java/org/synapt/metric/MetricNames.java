package org.synapt.metric;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every metric by the names that Keras gives it. */
final class MetricNames {
  private static final Map<String, Metric> METRICS = metrics();
  private static final Map<String, String> SHORT = shortNames();

  private MetricNames() {}

  private static Map<String, Metric> metrics() {
    Map<String, Metric> all = new TreeMap<>();
    all.put("acc", new MeasuredMetric("acc", Accuracies::chosen));
    dense(all, "binary_accuracy", Accuracies::binary, Accuracies::binaryOfLogits);
    dense(all, "categorical_accuracy", Accuracies::categorical);
    sparse(all, "sparse_categorical_accuracy", Accuracies::sparse, Accuracies::sparse);
    dense(all, "mean_squared_error", RowLosses::meanSquaredError);
    dense(all, "mean_absolute_error", RowLosses::meanAbsoluteError);
    dense(all, "mean_absolute_percentage_error", RowLosses::meanAbsolutePercentageError);
    dense(all, "mean_squared_logarithmic_error", RowLosses::meanSquaredLogarithmicError);
    dense(all, "hinge", RowLosses::hinge);
    dense(all, "squared_hinge", RowLosses::squaredHinge);
    dense(all, "categorical_hinge", RowLosses::categoricalHinge);
    dense(all, "log_cosh", RowLosses::logCosh);
    dense(all, "huber", RowLosses::huber);
    dense(
        all,
        "categorical_crossentropy",
        RowLosses::categoricalCrossentropy,
        LogitLosses::categoricalCrossentropy);
    sparse(
        all,
        "sparse_categorical_crossentropy",
        RowLosses::sparseCategoricalCrossentropy,
        LogitLosses::sparseCategoricalCrossentropy);
    dense(
        all, "binary_crossentropy", RowLosses::binaryCrossentropy, LogitLosses::binaryCrossentropy);
    dense(all, "kullback_leibler_divergence", RowLosses::kullbackLeiblerDivergence);
    dense(all, "poisson", RowLosses::poisson);
    dense(all, "cosine_proximity", RowLosses::cosineProximity);
    return Collections.unmodifiableMap(all);
  }

  private static void dense(Map<String, Metric> all, String name, RowMeasure measure) {
    dense(all, name, measure, measure);
  }

  private static void dense(
      Map<String, Metric> all, String name, RowMeasure measure, RowMeasure ofLogits) {
    all.put(name, MeasuredMetric.dense(name, measure, ofLogits));
  }

  private static void sparse(
      Map<String, Metric> all, String name, RowMeasure measure, RowMeasure ofLogits) {
    all.put(name, MeasuredMetric.sparse(name, measure, ofLogits));
  }

  private static Map<String, String> shortNames() {
    Map<String, String> names = new HashMap<>();
    names.put("accuracy", "acc");
    names.put("mse", "mean_squared_error");
    names.put("mae", "mean_absolute_error");
    names.put("mape", "mean_absolute_percentage_error");
    names.put("msle", "mean_squared_logarithmic_error");
    names.put("kld", "kullback_leibler_divergence");
    names.put("cosine", "cosine_proximity");
    names.put("logcosh", "log_cosh");
    return Collections.unmodifiableMap(names);
  }

  static Metric find(String name) {
    Metric metric = METRICS.get(SHORT.getOrDefault(name, name));
    if (metric == null) {
      throw new IllegalArgumentException(
          "there is no metric " + name + "; there are " + METRICS.keySet());
    }
    return metric;
  }
}
