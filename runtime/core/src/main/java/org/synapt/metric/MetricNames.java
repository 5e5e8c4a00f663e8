package org.synapt.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.synapt.text.Nearest;

/** Every metric by the names that Keras gives it. */
final class MetricNames {
  private static final String TOP_K = "top_k_categorical_accuracy";
  private static final Map<String, Metric> METRICS = metrics();
  private static final Map<String, String> SHORT = shortNames();

  private MetricNames() {}

  private static Map<String, Metric> metrics() {
    Map<String, Metric> all = new TreeMap<>();
    putAccuracies(all);
    putErrors(all);
    putCrossEntropies(all);
    putCounts(all);
    return Collections.unmodifiableMap(all);
  }

  private static void put(Map<String, Metric> all, Metric metric) {
    all.put(metric.name(), metric);
  }

  private static void putAccuracies(Map<String, Metric> all) {
    put(all, MeasuredMetric.share("acc", Accuracies::chosen));
    put(
        all,
        MeasuredMetric.score("binary_accuracy", Accuracies::binary, Accuracies::binaryOfLogits));
    score(all, "categorical_accuracy", Accuracies::categorical);
    put(all, MeasuredMetric.sparseScore("sparse_categorical_accuracy", Accuracies::sparse));
    put(all, topK(5));
    put(
        all,
        MeasuredMetric.share(
            "sparse_" + TOP_K, comparison -> top("sparse_" + TOP_K, 5, sparse(comparison))));
  }

  private static Comparison sparse(Comparison comparison) {
    if (!comparison.sparse()) {
      throw new IllegalArgumentException(
          "sparse_"
              + TOP_K
              + " takes class numbers, which the targets of "
              + comparison.loss()
              + " are not");
    }
    return comparison;
  }

  private static void putErrors(Map<String, Metric> all) {
    error(all, "mean_squared_error", RowLosses::meanSquaredError);
    put(all, MeasuredMetric.root("root_mean_squared_error", RowLosses::meanSquaredError));
    error(all, "mean_absolute_error", RowLosses::meanAbsoluteError);
    error(all, "mean_absolute_percentage_error", RowLosses::meanAbsolutePercentageError);
    error(all, "mean_squared_logarithmic_error", RowLosses::meanSquaredLogarithmicError);
    error(all, "hinge", RowLosses::hinge);
    error(all, "squared_hinge", RowLosses::squaredHinge);
    error(all, "categorical_hinge", RowLosses::categoricalHinge);
    error(all, "log_cosh", RowLosses::logCosh);
    error(all, "huber", RowLosses.huber(1));
    error(all, "kullback_leibler_divergence", RowLosses::kullbackLeiblerDivergence);
    error(all, "poisson", RowLosses::poisson);
    error(all, "cosine_proximity", RowLosses::cosineProximity);
    score(all, "cosine_similarity", RowLosses::cosineSimilarity);
    score(all, "pearson_correlation", RowLosses::pearsonCorrelation);
    put(all, Metric.r2Score());
  }

  private static void putCrossEntropies(Map<String, Metric> all) {
    put(
        all,
        MeasuredMetric.error(
            "categorical_crossentropy",
            RowLosses::categoricalCrossentropy,
            LogitLosses::categoricalCrossentropy));
    put(
        all,
        MeasuredMetric.sparseError(
            "sparse_categorical_crossentropy",
            RowLosses::sparseCategoricalCrossentropy,
            LogitLosses::sparseCategoricalCrossentropy));
    put(
        all,
        MeasuredMetric.error(
            "binary_crossentropy", RowLosses::binaryCrossentropy, LogitLosses::binaryCrossentropy));
  }

  private static void putCounts(Map<String, Metric> all) {
    put(all, Metric.precision());
    put(all, Metric.recall());
    put(all, Metric.specificity());
    put(all, Metric.f1Score());
    put(all, Metric.fBeta(1));
    put(all, Metric.auc());
    put(all, Metric.auc().averagePrecision());
    put(all, count("true_positives", true, (tp, fp, fn, tn) -> tp));
    put(all, count("true_negatives", true, (tp, fp, fn, tn) -> tn));
    put(all, count("false_positives", false, (tp, fp, fn, tn) -> fp));
    put(all, count("false_negatives", false, (tp, fp, fn, tn) -> fn));
  }

  private static ClassMetric count(String name, boolean larger, CountQuality quality) {
    return new ClassMetric(name, name, larger, false, Average.MICRO, quality);
  }

  private static void error(Map<String, Metric> all, String name, RowMeasure measure) {
    put(all, MeasuredMetric.error(name, measure, measure));
  }

  private static void score(Map<String, Metric> all, String name, RowMeasure measure) {
    put(all, MeasuredMetric.score(name, measure, measure));
  }

  static Metric huber(double delta) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("δ must be above 0, not " + delta);
    }
    RowMeasure measure = RowLosses.huber(delta);
    return MeasuredMetric.error("huber", measure, measure).with("delta=" + delta);
  }

  static Metric binaryAccuracy(double threshold) {
    float above = Thresholds.require("binary_accuracy", threshold);
    float logit = (float) StrictMath.log(threshold / (1 - threshold));
    return MeasuredMetric.score(
            "binary_accuracy", Accuracies.binaryAbove(above), Accuracies.binaryAbove(logit))
        .with("threshold=" + above);
  }

  static Metric topK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException(TOP_K + " takes the k largest, at least 1, not " + k);
    }
    return MeasuredMetric.share(TOP_K, comparison -> top(TOP_K, k, comparison)).with("k=" + k);
  }

  private static RowMeasure top(String name, int k, Comparison comparison) {
    if (k > comparison.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s with k = %d is 1 whatever is predicted, for the output has %d columns; take"
                  + " Metric.topK with a smaller k",
              name,
              k,
              comparison.columns()));
    }
    return comparison.sparse() ? Accuracies.sparseTop(k) : Accuracies.categoricalTop(k);
  }

  private static Map<String, String> shortNames() {
    Map<String, String> names = new HashMap<>();
    names.put("accuracy", "acc");
    names.put("mse", "mean_squared_error");
    names.put("rmse", "root_mean_squared_error");
    names.put("mae", "mean_absolute_error");
    names.put("mape", "mean_absolute_percentage_error");
    names.put("msle", "mean_squared_logarithmic_error");
    names.put("kld", "kullback_leibler_divergence");
    names.put("kl_divergence", "kullback_leibler_divergence");
    names.put("cosine", "cosine_proximity");
    names.put("logcosh", "log_cosh");
    names.put("r2", "r2_score");
    names.put("f1", "f1_score");
    return Collections.unmodifiableMap(names);
  }

  static Metric find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String full = SHORT.getOrDefault(lower, lower);
    Metric metric = METRICS.get(full);
    if (metric == null) {
      List<String> names = new ArrayList<>(METRICS.keySet());
      names.addAll(SHORT.keySet());
      throw new IllegalArgumentException(
          "there is no metric "
              + name
              + Nearest.suggestion(name, names)
              + "; there are "
              + METRICS.keySet());
    }
    return metric.name().equals(name) || full.equals("acc") ? metric : metric.named(name);
  }
}
