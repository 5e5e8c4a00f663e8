package org.synapt.samples.resnet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.network.Seed;
import org.synapt.optimizer.SGD;
import org.synapt.samples.Result;
import org.synapt.samples.cifar.CifarFolder;
import org.synapt.training.Evaluation;
import org.synapt.training.History;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A published network, declared on one page: 20 layers, 0.27 million parameters.
 *
 * <p>{@link ResNet20} needs all of CIFAR-10 and a day on a processor to reach the published 91.25
 * %; here it shows that its loss falls.
 */
@Command(name = "resnet20", description = "Trains ResNet-20 for CIFAR-10; needs its binary files.")
public final class ResNet20Sample implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The folder with CIFAR-10's binary files, gzipped or not.")
  private Path data = Path.of("");

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 4_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 3;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    CifarFolder folder = new CifarFolder(data);
    Examples all = folder.train();
    try (Backend backend = Backends.best();
        ResNet20Network network = new ResNet20Network(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      History history =
          Trainer.of(network)
              .optimizer(SGD.withLearningRate(0.1).momentum(0.9).weightDecay(1e-4))
              .batchSize(64)
              .epochs(epochs)
              .verbose(2)
              .fit(all.slice(0, Math.min(train, all.count())));
      Evaluation test = network.evaluate(folder.test());
      new Result()
          .with("parameters", network.trained())
          .with("first_loss", history.get("loss").get(0))
          .with("last_loss", history.last("loss"))
          .with("accuracy", test.value("acc"))
          .print();
    }
    return 0;
  }
}
