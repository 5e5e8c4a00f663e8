package org.synapt.samples.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Seed;
import org.synapt.samples.Result;
import org.synapt.samples.digits.DigitDrawing;
import org.synapt.samples.mnist.MnistReluNetwork;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The table that every course shows: what does the size of a batch cost, and what does it buy?
 *
 * <p>An epoch has {@code examples / batch} steps, and a step on ten pictures takes less than twice
 * as long as one on a single picture: the weights are read and moved once either way. So ten times
 * the batch is a fraction of the time an epoch, but a tenth of the steps, each along a steadier
 * gradient. In the same number of epochs larger batches learn more at first and, from some size on,
 * less. There is no best size: try a few.
 */
@Command(name = "batch-size", description = "What the size of a batch costs, and what it buys.")
public final class BatchSizeSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with MNIST's four files; else digits are drawn.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 5_000;

  @Option(names = "--sizes", split = ",", description = "The sizes: ${DEFAULT-VALUE}.")
  private List<Integer> sizes = List.of(1, 10, 100, 1_000);

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    DigitDrawing drawing = new DigitDrawing(seed);
    Examples all = data.isPresent() ? Mnist.train(data.get()) : drawing.examples(train);
    Examples unseen = data.isPresent() ? Mnist.test(data.get()) : drawing.examples(2_000);
    Examples pictures = all.slice(0, Math.min(train, all.count()));
    System.out.println("batch   steps an epoch   seconds an epoch   ms a step   accuracy after it");
    Result result = new Result();
    try (Backend backend = Backends.best()) {
      warmUp(backend, pictures);
      for (int size : sizes) {
        try (MnistReluNetwork network = new MnistReluNetwork(backend, Seed.of(seed))) {
          double seconds = secondsOfAnEpoch(network, size, pictures);
          double accuracy = network.evaluate(unseen).value("acc");
          print(size, pictures.count(), seconds, accuracy);
          result.with("seconds_" + size, seconds).with("accuracy_" + size, accuracy);
        }
      }
    }
    result.print();
    return 0;
  }

  private static double secondsOfAnEpoch(MnistReluNetwork network, int size, Examples pictures) {
    Trainer trainer = Trainer.of(network).batchSize(size).verbose(0);
    long begun = System.nanoTime();
    trainer.fit(pictures);
    return (System.nanoTime() - begun) / 1e9;
  }

  /** HotSpot compiles while the first steps run; no epoch is to pay for that. */
  private void warmUp(Backend backend, Examples pictures) {
    try (MnistReluNetwork network = new MnistReluNetwork(backend, Seed.of(seed))) {
      for (int size : sizes) {
        Trainer.of(network).batchSize(size).stepsPerEpoch(200).verbose(0).fit(pictures);
      }
    }
  }

  private static void print(int size, int count, double seconds, double accuracy) {
    int steps = (count + size - 1) / size;
    System.out.printf(
        Locale.ROOT,
        "%5d %16d %18.2f %11.3f %19.4f%n",
        size,
        steps,
        seconds,
        1e3 * seconds / steps,
        accuracy);
  }
}
