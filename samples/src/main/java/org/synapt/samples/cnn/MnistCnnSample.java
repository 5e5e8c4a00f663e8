package org.synapt.samples.cnn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.training.Evaluation;
import org.synapt.training.History;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The digits of {@code mnist} again, by a network that knows they are pictures.
 *
 * <p>A convolution looks for a small pattern everywhere: patterns are small, may be anywhere, and
 * survive if the picture is made coarser. So 32 filters of 9 numbers do what 500 units with 784
 * each do worse: after three epochs it reads 99 of 100 unseen pictures, and the errors are a third
 * of what the network without convolutions makes.
 */
@Command(
    name = "mnist-cnn",
    description = "Reads handwritten digits with convolutions; needs or downloads MNIST.")
public final class MnistCnnSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with the four files; else they are downloaded.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 60_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 3;

  @Option(names = "--batch", description = "How many to see at once: ${DEFAULT-VALUE}.")
  private int batch = 128;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Examples pictures = data.isPresent() ? Mnist.train(data.get()) : Mnist.train();
    Examples unseen = data.isPresent() ? Mnist.test(data.get()) : Mnist.test();
    try (Backend backend = Backends.best();
        MnistCnnNetwork network = new MnistCnnNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      History history =
          Trainer.of(network)
              .optimizer(Adam.defaults())
              .batchSize(batch)
              .epochs(epochs)
              .verbose(2)
              .fit(pictures.slice(0, Math.min(train, pictures.count())));
      Evaluation test = network.evaluate(unseen);
      new Result()
          .with("accuracy", test.value("acc"))
          .with("loss", test.loss())
          .with("train_accuracy", history.last("acc"))
          .with("train_loss", history.last("loss"))
          .print();
    }
    return 0;
  }
}
