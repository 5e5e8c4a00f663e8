package org.synapt.samples.airline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.csv.CsvTable;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.Scaler;
import org.synapt.data.TimeseriesWindows;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.DataFile;
import org.synapt.samples.Result;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Twelve years of passengers, month by month: how many will there be in the last two?
 *
 * <p>There are more each year, and more in summer. A network that reads the numbers themselves has
 * to tell of more passengers than it has ever seen, which is what networks do worst. So it reads
 * growth, {@code ln(x of this month / x of the same month a year before)}: that goes up and down
 * but not away, and the seasons are gone from it. Growth is brought to mean 0 and deviation 1 by
 * the years that are learned from; the two last years have no say in anything.
 *
 * <p>Nor does it begin at nothing: what the network says is added to the growth of the last month,
 * so that before it has learned anything it says that all goes on as it does. There are a hundred
 * windows to learn from and a thousand parameters: ten epochs, found by forecasting the two years
 * before from those before them, for with a hundred the network knows its windows by heart and
 * forecasts worse than without any.
 *
 * <p>A forecast that needs no network is as many as a year ago ({@code rmse_naive}). It knows of
 * every month a year before. So the network is asked in two ways: for each month when the one
 * before is over ({@code rmse_month}), which is easier, and for a whole year when the one before is
 * over ({@code rmse_year}), its own forecasts taken for the months between, which is as hard as it
 * is for the naive one. For a single month there is a better one without a network, too: the growth
 * of the month before ({@code rmse_last_growth}).
 */
@Command(name = "airline", description = "Forecasts passengers, with an LSTM.")
public final class AirlineSample implements Callable<Integer> {
  private static final int YEAR = 12;
  private static final int TESTED = 2 * YEAR;

  @Option(
      names = "--data",
      description = "The folder with airline-passengers.csv; else a series is made up.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--epochs", description = "How often to see each window: ${DEFAULT-VALUE}.")
  private int epochs = 10;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    float[] passengers = data.isPresent() ? read(data.get()) : made();
    Column growth = growth(passengers);
    int learned = growth.count() - TESTED;
    Scaler scaler = Scaler.standard(growth.slice(0, learned));
    Column scaled = scaler.transform(growth);
    try (Backend backend = Backends.best();
        AirlineNetwork network = new AirlineNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network)
          .optimizer(Adam.withLearningRate(3e-3).globalClipNorm(1))
          .batchSize(16)
          .epochs(epochs)
          .verbose(0)
          .fit(windows(scaled.slice(0, learned)));
      Column monthly = forecast(network, scaled, 1);
      Column yearly = forecast(network, scaled, YEAR);
      new Result()
          .with("rmse_year", rmse(passengers, scaler.undo(yearly)))
          .with("rmse_month", rmse(passengers, scaler.undo(monthly)))
          .with("rmse_naive", rmse(passengers, Column.of("growth", 1, new float[TESTED])))
          .with("rmse_last_growth", rmse(passengers, growth.slice(learned - 1, growth.count() - 1)))
          .print();
    }
    return 0;
  }

  private static float[] read(Path file) throws IOException {
    CsvTable table = CsvTable.readWithHeader(DataFile.of(file, "airline-passengers.csv"));
    return table.numbers("passengers", 1, 2).toArray();
  }

  /** Twelve years with a trend, seasons and chance. */
  private static float[] made() {
    Random random = new Random(1);
    float[] series = new float[12 * YEAR];
    double chance = 0;
    for (int t = 0; t < series.length; t++) {
      chance = 0.8 * chance + 0.02 * random.nextGaussian();
      double season = 0.2 * Math.sin(2 * Math.PI * t / YEAR);
      series[t] = (float) (100 * Math.exp(0.01 * t + season + chance));
    }
    return series;
  }

  /** The growth within a year, from the second year on. */
  private static Column growth(float[] series) {
    float[] growth = new float[series.length - YEAR];
    for (int t = 0; t < growth.length; t++) {
      growth[t] = (float) Math.log(series[t + YEAR] / series[t]);
    }
    return Column.of("growth", 1, growth);
  }

  /** Twelve months, and the one that follows. */
  private static Examples windows(Column growth) {
    return TimeseriesWindows.of(YEAR)
        .examples(growth, growth.slice(YEAR, growth.count()).named("next"));
  }

  /** The last months, so many of them at a time, from what was known before the first. */
  private static Column forecast(AirlineNetwork network, Column growth, int atOnce) {
    float[] known = growth.toArray();
    int first = known.length - TESTED;
    float[] forecast = new float[TESTED];
    for (int start = 0; start < TESTED; start += atOnce) {
      float[] series = Arrays.copyOf(known, first + start + atOnce);
      for (int t = first + start; t < series.length; t++) {
        series[t] = network.predict(Arrays.copyOfRange(series, t - YEAR, t))[0];
        forecast[t - first] = series[t];
      }
    }
    return Column.of("growth", 1, forecast);
  }

  /** How far the last months are from what they were a year before, times the growth. */
  private static double rmse(float[] series, Column growth) {
    double squares = 0;
    for (int i = 0; i < growth.count(); i++) {
      int t = series.length - growth.count() + i;
      double apart = series[t] - series[t - YEAR] * Math.exp(growth.value(i, 0));
      squares += apart * apart;
    }
    return Math.sqrt(squares / growth.count());
  }
}
