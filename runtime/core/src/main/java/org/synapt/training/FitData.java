package org.synapt.training;

import java.util.Optional;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.data.TrainTestSplit;
import org.synapt.network.Network;

/**
 * What a network is trained on and validated with.
 *
 * @param source what it is trained on
 * @param validation what it is validated with, if at all
 * @param held the same in memory, if it is
 * @param room the examples of the largest batch
 */
record FitData(Source source, Optional<Source> validation, Optional<Examples> held, int room)
    implements AutoCloseable {

  /** Examples in memory, of which the tail may be split off; every number is checked. */
  static FitData of(Network network, Settings settings, Examples examples) {
    requireOrder(network, settings);
    Examples train = examples;
    Optional<Examples> held = settings.validationData;
    if (!settings.hasValidation() && settings.validationSplit > 0) {
      TrainTestSplit split = examples.split(settings.validationSplit);
      train = split.train();
      held = Optional.of(split.test());
    }
    BoundExamples bound = settings.bind(network.signature(), train);
    int size = Math.min(settings.batchSize, bound.count());
    Source source =
        settings.shuffle
            ? MemorySource.shuffled(bound, size, network.seed())
            : MemorySource.inOrder(bound, size);
    return of(network, settings, source, size, held);
  }

  private static void requireOrder(Network network, Settings settings) {
    if (settings.shuffle && !network.states().isEmpty()) {
      throw new IllegalStateException(
          network.signature().name()
              + " has stateful rows, whose batches go on where the batch before ended; say"
              + " shuffle(false), and give the examples in that order");
    }
  }

  /** Examples that come as they are needed. */
  static FitData of(Network network, Settings settings, Dataset examples) {
    if (!settings.hasValidation() && settings.validationSplit > 0) {
      throw new IllegalStateException(
          "a data set has no tail to split off for validation; use validationData");
    }
    int size = settings.batchSize;
    Source source = new StreamSource(examples, network.signature(), size);
    return of(network, settings, source, size, settings.validationData);
  }

  private static FitData of(
      Network network, Settings settings, Source source, int size, Optional<Examples> held) {
    int most = settings.validationBatch();
    Optional<Source> validation =
        held.isPresent()
            ? held.map(
                examples ->
                    MemorySource.inOrder(settings.bind(network.signature(), examples), most))
            : settings.validationStream.map(
                stream -> new StreamSource(stream, network.signature(), most));
    // What a data set says of its count may be wrong, so its batches get all their room.
    int largest = held.map(examples -> Math.min(examples.count(), most)).orElse(most);
    int room = validation.isPresent() ? Math.max(size, largest) : size;
    Source weighed = WeighedSource.of(source, network.signature(), settings.classWeights);
    return new FitData(weighed, validation, held, room);
  }

  @Override
  public void close() {
    source.close();
    validation.ifPresent(Source::close);
  }
}
