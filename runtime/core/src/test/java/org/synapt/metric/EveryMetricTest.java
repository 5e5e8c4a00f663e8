package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all metrics alike. */
final class EveryMetricTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int EXAMPLES = 60;
  private static final Comparison DENSE = Comparison.of("categorical_crossentropy", 2, 6);
  private static final Comparison SPARSE = Comparison.of("sparse_categorical_crossentropy", 2, 6);

  private static Metric[] metrics() {
    return new Metric[] {
      Metric.of("acc"),
      Metric.of("binary_accuracy"),
      Metric.of("categorical_accuracy"),
      Metric.binaryAccuracy(0.3),
      Metric.topK(3),
      Metric.precision(),
      Metric.recall(),
      Metric.specificity(),
      Metric.f1Score(),
      Metric.fBeta(2).average(Average.WEIGHTED),
      Metric.precision().average(Average.MACRO),
      Metric.recall().topK(2).ofClass(1),
      Metric.of("true_positives"),
      Metric.of("false_positives"),
      Metric.of("true_negatives"),
      Metric.of("false_negatives"),
      Metric.auc(),
      Metric.auc().pr(),
      Metric.auc().averagePrecision(),
      Metric.auc().average(Average.MACRO),
      Metric.auc().average(Average.WEIGHTED),
      Metric.auc().ofClass(2),
      Metric.auc().numThresholds(50),
      Metric.r2Score(),
      Metric.r2Score().varianceWeighted(),
      Metric.of("mse"),
      Metric.of("rmse"),
      Metric.of("mae"),
      Metric.of("mape"),
      Metric.of("msle"),
      Metric.of("log_cosh"),
      Metric.huber(0.1),
      Metric.of("poisson"),
      Metric.of("kl_divergence"),
      Metric.of("cosine_similarity"),
      Metric.of("cosine_proximity"),
      Metric.of("pearson_correlation"),
      Metric.of("hinge"),
      Metric.of("squared_hinge"),
      Metric.of("categorical_hinge"),
      Metric.of("categorical_crossentropy"),
      Metric.of("binary_crossentropy"),
      Metric.error("bias", (p, t) -> p[0] - t[0]),
    };
  }

  private static Metric[] sparseMetrics() {
    return new Metric[] {
      Metric.accuracy(),
      Metric.of("sparse_categorical_accuracy"),
      Metric.topK(2),
      Metric.of("sparse_top_k_categorical_accuracy"),
      Metric.of("sparse_categorical_crossentropy"),
      Metric.precision(),
      Metric.f1Score(),
      Metric.auc(),
    };
  }

  /** Softmaxes of random numbers. */
  private static float[] predictions(long seed) {
    Random random = new Random(seed);
    float[] p = new float[EXAMPLES * 12];
    for (int at = 0; at < p.length; at += 6) {
      float sum = 0;
      for (int j = 0; j < 6; j++) {
        p[at + j] = (float) Math.exp(random.nextGaussian());
        sum += p[at + j];
      }
      for (int j = 0; j < 6; j++) {
        p[at + j] /= sum;
      }
    }
    return p;
  }

  private static int[] labels(long seed) {
    return new Random(seed).ints(EXAMPLES * 2, 0, 6).toArray();
  }

  private static float[] classNumbers(long seed) {
    int[] labels = labels(seed);
    float[] numbers = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      numbers[i] = labels[i];
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 60})
  void doesNotDependToTheBitOnHowExamplesAreCutIntoBatches(int size) {
    float[] p = predictions(1);
    float[] t = Measured.oneHot(6, labels(2));

    for (Metric metric : metrics()) {
      assertWithMessage(metric.toString())
          .that(Measured.cut(metric, DENSE, p, t, size))
          .isEqualTo(Measured.of(metric, DENSE, p, t));
    }
    for (Metric metric : sparseMetrics()) {
      assertWithMessage(metric.toString())
          .that(Measured.cut(metric, SPARSE, p, classNumbers(2), size))
          .isEqualTo(Measured.of(metric, SPARSE, p, classNumbers(2)));
    }
  }

  @Test
  void takesClassNumbersForTheirRows() {
    float[] p = predictions(3);

    for (Metric metric : Arrays.asList(Metric.precision(), Metric.f1Score(), Metric.auc())) {
      assertWithMessage(metric.toString())
          .that(Measured.of(metric, SPARSE, p, classNumbers(4)))
          .isEqualTo(Measured.of(metric, DENSE, p, Measured.oneHot(6, labels(4))));
    }
  }

  @Test
  void isNaNWhereAPredictionIs() {
    for (int at : new int[] {0, 5, 700}) {
      float[] p = predictions(1);
      p[at] = Float.NaN;
      for (Metric metric : metrics()) {
        boolean sees = !metric.name().equals("bias") || at == 0;
        double result = Measured.of(metric, DENSE, p, Measured.oneHot(6, labels(2)));
        assertWithMessage(metric.toString()).that(Double.isNaN(result)).isEqualTo(sees);
      }
      for (Metric metric : sparseMetrics()) {
        assertWithMessage(metric.toString())
            .that(Measured.of(metric, SPARSE, p, classNumbers(2)))
            .isNaN();
      }
    }
  }

  /** Areas keep what they saw, in arrays that have grown by then. */
  @Test
  void allocatesNothingForABatch() {
    float[] p = predictions(1);
    float[] t = Measured.oneHot(6, labels(2));
    for (Metric metric : metrics()) {
      Tally tally = metric.tally(DENSE);
      count(tally, p, t);
      long least = Long.MAX_VALUE;
      // What a count allocates shows in every window; what HotSpot does once, in a few.
      for (int window = 0; window < 5; window++) {
        long before = allocated();
        count(tally, p, t);
        least = Math.min(least, allocated() - before);
      }
      assertWithMessage(metric.toString()).that(least).isEqualTo(0);
    }
  }

  private static void count(Tally tally, float[] p, float[] t) {
    for (int i = 0; i < 20; i++) {
      tally.reset();
      tally.add(EXAMPLES, p, t);
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void isNaNOfNothing() {
    for (Metric metric : metrics()) {
      assertWithMessage(metric.toString()).that(metric.tally(DENSE).result()).isNaN();
    }
  }

  @Test
  void beginsAnewWhenReset() {
    float[] t = Measured.oneHot(6, labels(2));
    for (Metric metric : metrics()) {
      Tally tally = metric.tally(DENSE);
      float[] spoiled = predictions(5);
      Arrays.fill(spoiled, Float.NaN);
      tally.add(EXAMPLES, predictions(4), t);
      tally.add(EXAMPLES, spoiled, t);
      tally.result();
      tally.reset();
      tally.add(EXAMPLES, predictions(1), t);

      assertWithMessage(metric.toString())
          .that(tally.result())
          .isEqualTo(Measured.of(metric, DENSE, predictions(1), t));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "acc, true",
    "precision, true",
    "mae, false",
    "auc, true",
    "false_positives, false",
    "true_positives, true",
    "r2_score, true",
    "cosine_similarity, true",
    "cosine_proximity, false",
    "binary_crossentropy, false",
    "sparse_top_k_categorical_accuracy, true",
    "root_mean_squared_error, false",
    "accuracy, true",
    "AUC, true",
    "f1_score, true",
  })
  void knowsWhichNumbersAreToGrow(String name, boolean larger) {
    assertThat(Metric.of(name).largerIsBetter()).isEqualTo(larger);
  }

  @Test
  void takesMeasuresOfOnesOwn() {
    Metric error = Metric.error("bias", (p, t) -> p[0] - t[0]);
    Metric score = Metric.score("overlap", (p, t) -> Math.min(p[1], t[1]));

    assertThat(error.name()).isEqualTo("bias");
    assertThat(error.toString()).isEqualTo("bias");
    assertThat(error.largerIsBetter()).isFalse();
    assertThat(score.largerIsBetter()).isTrue();
    assertThat(score.named("other").largerIsBetter()).isTrue();
    assertThat(score.named("other").name()).isEqualTo("other");
    assertThat(Measured.of(error, "mean_squared_error", 2, "3 0 | 5 0", "1 0 | 2 0"))
        .isEqualTo(2.5);
    assertThat(Measured.of(score, "mean_squared_error", 2, "3 1 | 5 4", "1 2 | 2 3"))
        .isEqualTo(2.0);
  }

  @Test
  void countsByAMetricOfTheUsersOwnClass() {
    Metric count =
        new Metric() {
          @Override
          public String name() {
            return "count";
          }

          @Override
          public Tally tally(Comparison comparison) {
            return new Tally() {
              private int count;

              @Override
              public void reset() {
                count = 0;
              }

              @Override
              public void add(int examples, float[] predictions, float[] targets) {
                count += examples;
              }

              @Override
              public double result() {
                return count;
              }
            };
          }
        };

    assertThat(count.largerIsBetter()).isFalse();
    assertThat(count.tally(DENSE).finding(new float[12])).isEmpty();
    assertThat(Measured.of(count, DENSE, predictions(1), new float[0])).isEqualTo(60.0);
  }
}
