package org.synapt.samples.california;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
import org.synapt.samples.Result;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A number to predict: what is the median house of a block worth?
 *
 * <p>Rooms come in thousands, incomes in tens of thousands of dollars, prices in hundreds of
 * thousands. A network that starts with small weights learns nothing from such numbers: each is
 * brought to mean 0 and deviation 1 first, the price too, with what the blocks that are trained on
 * say. What is predicted is brought back to dollars in the end. The distance to the ocean is a
 * word, and becomes a row with a single 1; blocks whose bedrooms nobody counted are left out.
 *
 * <p>Who always says the mean is wrong by the deviation of the prices; a network has to be better
 * than that by half to be worth its while.
 */
@Command(name = "regression", description = "Predicts the price of a house, from a table.")
public final class RegressionSample implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The file california-housing.csv, with a header.")
  private Path data = Path.of("california-housing.csv");

  @Option(names = "--epochs", description = "How often to see each block: ${DEFAULT-VALUE}.")
  private int epochs = 40;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    TrainTestSplit split = blocks().shuffled(seed).split(0.2);
    Scaler measures = Scaler.standard(split.train().input("measures"));
    Scaler dollars = Scaler.standard(split.train().target("value"));
    try (Backend backend = Backends.best();
        CaliforniaNetwork network = new CaliforniaNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer trainer = Trainer.of(network).batchSize(64).epochs(epochs).verbose(2);
      trainer.validationSplit(0.1).fit(scaled(split.train(), measures, dollars));
      Examples test = scaled(split.test(), measures, dollars);
      Column predicted = dollars.undo(trainer.predict(test).get(0));
      double rmse = rmse(predicted, split.test().target("value"));
      new Result().with("rmse", rmse).with("deviation", deviation(split)).print();
    }
    return 0;
  }

  private Examples blocks() throws IOException {
    CsvTable table = CsvTable.readWithHeader(data).withoutGaps();
    int price = table.at("median_house_value");
    int ocean = table.at("ocean_proximity");
    return Examples.of(
        List.of(
            table.numbers("measures", 0, price),
            OneHot.encode(table.classes(ocean).size(), table.classNumbers("ocean", ocean))),
        List.of(table.numbers("value", price, price + 1)));
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
