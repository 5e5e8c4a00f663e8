package org.synapt.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.metric.Metric;
import org.synapt.network.Signature;

/** What a {@link Trainer} has been told; its defaults are Keras 2's. */
final class Settings {
  int batchSize = 32;
  int epochs = 1;
  int initialEpoch;
  boolean shuffle = true;
  double validationSplit;
  Optional<Examples> validationData = Optional.empty();
  Optional<Dataset> validationStream = Optional.empty();
  Optional<List<Metric>> metrics = Optional.empty();
  final Map<String, List<Metric>> outputMetrics = new LinkedHashMap<>();
  List<Callback> callbacks = Collections.emptyList();
  Verbosity verbosity = Verbosity.UNSAID;
  int stepsPerEpoch = Integer.MAX_VALUE;
  int validationSteps = Integer.MAX_VALUE;
  int validationFrequency = 1;
  Optional<Integer> validationBatchSize = Optional.empty();
  final Map<String, Map<Integer, Double>> classWeights = new LinkedHashMap<>();

  /** The examples of a batch of the validation. */
  int validationBatch() {
    return validationBatchSize.orElse(batchSize);
  }

  /** Whether something is validated with that was given as such. */
  boolean hasValidation() {
    return validationData.isPresent() || validationStream.isPresent();
  }

  /** Examples in the order that a network wants; every number is checked. */
  BoundExamples bind(Signature signature, Examples examples) {
    BoundExamples bound = BoundExamples.of(signature, examples);
    metrics(signature).check(bound);
    return bound;
  }

  /** Whether there is a validation behind an epoch, counted from 0. */
  boolean validates(int epoch) {
    return (epoch + 1) % validationFrequency == 0;
  }

  MetricChoice metrics(Signature signature) {
    return new MetricChoice(signature, metrics, outputMetrics);
  }

  /** What shows the training, then what the user added. */
  List<Callback> allCallbacks() {
    List<Callback> all = new ArrayList<>(verbosity.callbacks());
    all.addAll(callbacks);
    return all;
  }

  static <T> List<T> copy(T[] array) {
    for (int i = 0; i < array.length; i++) {
      if (array[i] == null) {
        throw new IllegalArgumentException(
            (i + 1) + " of the " + array.length + " given is null; leave it out");
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(array)));
  }
}
