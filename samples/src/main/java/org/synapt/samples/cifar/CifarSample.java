package org.synapt.samples.cifar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Augmentation;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.data.FlipMode;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.training.Evaluation;
import org.synapt.training.History;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Ten kinds of things in photographs of 32 by 32 pixels.
 *
 * <p>Four thousand photographs are few, and a network soon knows them by heart. So it never sees
 * the same one twice: each time it is shifted a little, and every other time it is seen in a
 * mirror. A frog stays a frog. With {@code --plain} it sees what there is, and {@code acc} leaves
 * behind what it does with unseen ones.
 */
@Command(name = "cifar", description = "Tells things in photographs apart; needs CIFAR-10.")
public final class CifarSample implements Callable<Integer> {
  private static final Augmentation SHIFTED =
      Augmentation.of(32, 32, 3).flip(FlipMode.HORIZONTAL).translate(0.1, 0.1);

  @Option(
      names = "--data",
      required = true,
      description = "The folder with CIFAR-10's binary files, gzipped or not.")
  private Path data = Path.of("");

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 4_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 25;

  @Option(names = "--plain", description = "Train on the pictures as they are.")
  private boolean plain;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    CifarFolder folder = new CifarFolder(data);
    Examples all = folder.train();
    Examples pictures = all.slice(0, Math.min(train, all.count()));
    Dataset seen = Dataset.of(pictures).shuffle(pictures.count(), seed);
    try (Backend backend = Backends.best();
        CifarCnnNetwork network = new CifarCnnNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      History history =
          Trainer.of(network)
              .optimizer(Adam.defaults())
              .batchSize(32)
              .epochs(epochs)
              .verbose(2)
              .fit(plain ? seen : seen.augment("pixels", SHIFTED, seed).prefetch(2));
      Evaluation test = network.evaluate(folder.test());
      new Result()
          .with("accuracy", test.value("acc"))
          .with("loss", test.loss())
          .with("train_accuracy", history.last("acc"))
          .print();
    }
    return 0;
  }
}
