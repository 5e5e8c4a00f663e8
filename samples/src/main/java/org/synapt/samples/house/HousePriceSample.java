package org.synapt.samples.house;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.TrainTestSplit;
import org.synapt.network.Seed;
import org.synapt.samples.Result;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Two inputs: a house is worth what its measures say and what its advertisement says.
 *
 * <p>The houses are made up. Twelve measures each add to the price, and size times location more
 * than each alone; of three hundred words that an advertisement may use, some please and some warn.
 * A row that names its operands takes them from anywhere above, so that two chains meet in {@code
 * both}.
 */
@Command(name = "house-price", description = "Two inputs, measures and words, joined for a price.")
public final class HousePriceSample implements Callable<Integer> {
  private static final int HOUSES = 6_000;

  @Option(names = "--epochs", description = "How often to see each house: ${DEFAULT-VALUE}.")
  private int epochs = 30;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() {
    TrainTestSplit split = houses().split(0.2);
    try (Backend backend = Backends.best();
        HousePriceNetwork network = new HousePriceNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network).batchSize(50).epochs(epochs).verbose(2).fit(split.train());
      double rmse = Math.sqrt(network.evaluate(split.test()).loss());
      new Result().with("rmse", rmse).with("deviation", deviation(split.test())).print();
    }
    return 0;
  }

  private Examples houses() {
    SplittableRandom random = new SplittableRandom(seed);
    float[] worth = weights(random, 12, 0.5);
    float[] ring = weights(random, 300, 0.4);
    float[] measures = new float[HOUSES * 12];
    float[] words = new float[HOUSES * 300];
    float[] price = new float[HOUSES];
    for (int i = 0; i < HOUSES; i++) {
      for (int j = 0; j < 12; j++) {
        measures[i * 12 + j] = (float) random.nextDouble(-1, 1);
        price[i] += worth[j] * measures[i * 12 + j];
      }
      for (int k = 0; k < 25; k++) {
        int word = random.nextInt(300);
        price[i] += words[i * 300 + word] == 0 ? ring[word] : 0;
        words[i * 300 + word] = 1;
      }
      price[i] += measures[i * 12] * measures[i * 12 + 1];
    }
    return HousePriceNetwork.examples(measures, words, price);
  }

  private static float[] weights(SplittableRandom random, int count, double scale) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) random.nextDouble(-scale, scale);
    }
    return weights;
  }

  /** How far prices are from their mean: the error of who always says the mean. */
  private static double deviation(Examples houses) {
    float[] prices = houses.target("price").toArray();
    double mean = 0;
    for (float price : prices) {
      mean += price / prices.length;
    }
    double square = 0;
    for (float price : prices) {
      square += (price - mean) * (price - mean) / prices.length;
    }
    return Math.sqrt(square);
  }
}
