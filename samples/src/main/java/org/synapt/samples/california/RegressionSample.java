package org.synapt.samples.california;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.csv.CsvTable;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.OneHot;
import org.synapt.data.Scaler;
import org.synapt.data.TrainTestSplit;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.CosineDecay;
import org.synapt.samples.Result;
import org.synapt.training.EarlyStopping;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A number to predict: what is the median house of a block worth?
 *
 * <p>Rooms come in thousands, incomes in tens of thousands of dollars, prices in hundreds of
 * thousands. A network that starts with small weights learns nothing from such numbers: each is
 * brought to mean 0 and deviation 1 first, the price too, with what the blocks that are trained on
 * say. Counts are skewed, most blocks small and a few enormous, so that their logarithms say more:
 * twice as many rooms is as far from as many as half of them. The distance to the ocean is a word,
 * and becomes a row with a single 1; blocks whose bedrooms nobody counted are left out.
 *
 * <p>The learning rate sinks to nothing along half a cosine, for the last steps are to settle what
 * the first have found; {@code EarlyStopping} keeps the parameters of the best epoch, by the blocks
 * that are validated with. Look at {@code val_loss}: in the last epochs it hardly sinks, though
 * {@code loss} still does.
 *
 * <p>A network is of no use without its scalers, so they are attached to it and travel in its file;
 * the score is that of a second network, which knows nothing but that file. What is predicted is
 * brought back to dollars in the end. Who always says the mean is wrong by the deviation of the
 * prices; a network has to be better than that by half to be worth its while.
 */
@Command(name = "regression", description = "Predicts the price of a house, from a table.")
public final class RegressionSample implements Callable<Integer> {
  private static final int BATCH = 64;

  @Option(
      names = "--data",
      required = true,
      description = "The file california-housing.csv, with a header.")
  private Path data = Path.of("california-housing.csv");

  @Option(names = "--epochs", description = "How often to see each block: ${DEFAULT-VALUE}.")
  private int epochs = 60;

  @Option(names = "--file", description = "Where the trained network goes; else it is deleted.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    TrainTestSplit split = blocks().shuffled(seed).split(0.2);
    Path to = file.isPresent() ? file.get() : Files.createTempFile("california", ".safetensors");
    try (Backend backend = Backends.best()) {
      train(backend, split.train(), to);
      Column predicted = predicted(backend, split.test(), to);
      double rmse = rmse(predicted, split.test().target("value"));
      new Result().with("rmse", rmse).with("deviation", deviation(split)).print();
    } finally {
      if (file.isEmpty()) {
        Files.deleteIfExists(to);
      }
    }
    return 0;
  }

  /** Trains a network and writes it, with the scalers that it was trained behind. */
  private void train(Backend backend, Examples blocks, Path to) throws IOException {
    Scaler measures = Scaler.standard(blocks.input("measures"));
    Scaler dollars = Scaler.standard(blocks.target("value"));
    try (CaliforniaNetwork network = new CaliforniaNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      long steps = (long) epochs * blocks.count() / BATCH;
      Trainer.of(network)
          .optimizer(Adam.withLearningRate(CosineDecay.of(3e-3, steps)))
          .batchSize(BATCH)
          .epochs(epochs)
          .validationSplit(0.1)
          .verbose(2)
          .callbacks(EarlyStopping.monitor("val_loss").patience(epochs).restoreBestWeights())
          .fit(scaled(blocks, measures, dollars));
      network.attachments().put("measures", measures.numbers());
      network.attachments().put("dollars", dollars.numbers());
      network.save(to);
    }
  }

  /** What the network of a file predicts, in dollars; all that it needs is in the file. */
  private static Column predicted(Backend backend, Examples blocks, Path from) throws IOException {
    try (CaliforniaNetwork network = new CaliforniaNetwork(backend, Seed.of(0))) {
      network.load(from);
      Scaler measures = Scaler.of(network.attachments().get("measures"));
      Scaler dollars = Scaler.of(network.attachments().get("dollars"));
      Examples scaled = scaled(blocks, measures, dollars);
      return dollars.undo(Trainer.of(network).predict(scaled).get(0));
    }
  }

  private Examples blocks() throws IOException {
    CsvTable table = CsvTable.readWithHeader(data).withoutGaps();
    int price = table.at("median_house_value");
    int ocean = table.at("ocean_proximity");
    return Examples.of(
        List.of(
            withLogarithms(table.numbers("measures", 0, price)),
            OneHot.encode(table.classes(ocean).size(), table.classNumbers("ocean", ocean))),
        List.of(table.numbers("value", price, price + 1)));
  }

  /** Behind the eight measures the logarithms of those that are skewed. */
  private static Column withLogarithms(Column measures) {
    return measures.append(
        block -> Math.log(block[3]),
        block -> Math.log(block[4]),
        block -> Math.log(block[5]),
        block -> Math.log(block[6]),
        block -> Math.log(block[7]));
  }

  private static Examples scaled(Examples blocks, Scaler measures, Scaler dollars) {
    return Examples.of(
        List.of(measures.transform(blocks.input("measures")), blocks.input("ocean")),
        List.of(dollars.transform(blocks.target("value"))));
  }

  /** √(Σ (p − t)² / n). */
  private static double rmse(Column predicted, Column target) {
    double squares = 0;
    for (int i = 0; i < target.count(); i++) {
      double apart = predicted.value(i, 0) - target.value(i, 0);
      squares += apart * apart;
    }
    return Math.sqrt(squares / target.count());
  }

  /** The error of who always says the mean of the blocks that are trained on. */
  private static double deviation(TrainTestSplit split) {
    float[] prices = split.train().target("value").toArray();
    double mean = 0;
    for (float price : prices) {
      mean += (double) price / prices.length;
    }
    Column tests = split.test().target("value");
    float[] means = new float[tests.count()];
    Arrays.fill(means, (float) mean);
    return rmse(Column.of("mean", 1, means), tests);
  }
}
