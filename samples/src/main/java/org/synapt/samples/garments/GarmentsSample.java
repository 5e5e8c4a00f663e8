package org.synapt.samples.garments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.CosineDecay;
import org.synapt.samples.Result;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A block of one's own, used and repeated, on any folder of small grey pictures.
 *
 * <p>{@link Residual} is an annotation like those of the library. Fashion-MNIST's four files have
 * the same names and the same form as MNIST's: give the folder of either.
 */
@Command(
    name = "garments",
    description = "Tells pieces of clothing apart with residual blocks; needs IDX files.")
public final class GarmentsSample implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The folder with four IDX files, those of Fashion-MNIST or MNIST.")
  private Path data = Path.of("");

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 10_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 4;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Examples all = named(Mnist.train(data));
    Examples pictures = all.slice(0, Math.min(train, all.count()));
    int batch = 50;
    int steps = (pictures.count() + batch - 1) / batch * epochs;
    try (Backend backend = Backends.best();
        GarmentsNetwork network = new GarmentsNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network)
          .optimizer(Adam.withLearningRate(CosineDecay.of(2e-3, steps)))
          .batchSize(batch)
          .epochs(epochs)
          .verbose(2)
          .fit(pictures);
      Evaluation test = network.evaluate(named(Mnist.test(data)));
      new Result().with("accuracy", test.value("acc")).with("loss", test.loss()).print();
    }
    return 0;
  }

  /** The columns as the rows of the network are called. */
  private static Examples named(Examples examples) {
    return Examples.of(
        examples.inputs().get(0).named("image"), examples.targets().get(0).named("garment"));
  }
}
