package org.synapt.samples.folds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.csv.CsvTable;
import org.synapt.data.Examples;
import org.synapt.data.StratifiedKFold;
import org.synapt.data.TrainTestSplit;
import org.synapt.network.Seed;
import org.synapt.samples.Result;
import org.synapt.samples.pima.PimaNetwork;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Ten-fold cross-validation: how well does the network tell diabetes in people it has not seen?
 *
 * <p>What a network says of those it has learnt from flatters it, and one test set of eighty may
 * flatter or slander it. So the people are cut into ten parts, each with as many ill in a hundred
 * as the whole; ten fresh networks learn from nine parts each and are judged by the tenth. Their
 * mean is what to expect of the next person, and their deviation how little one test set says.
 */
@Command(
    name = "pima-folds",
    description = "Ten-fold cross-validation on a table of numbers: mean and deviation.")
public final class PimaFoldsSample implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The file pima-indians-diabetes.csv: eight measures and 0 or 1 a line.")
  private Path data = Path.of("pima-indians-diabetes.csv");

  @Option(names = "--folds", description = "How many parts: ${DEFAULT-VALUE}.")
  private int folds = 10;

  @Option(names = "--epochs", description = "How often to see each person: ${DEFAULT-VALUE}.")
  private int epochs = 150;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    Examples people = CsvTable.read(data).lastFieldAsTarget("measures", "diabetes");
    List<TrainTestSplit> parts = StratifiedKFold.of(folds).shuffled(seed).split(people);
    double[] accuracies = new double[parts.size()];
    try (Backend backend = Backends.best()) {
      for (int fold = 0; fold < accuracies.length; fold++) {
        accuracies[fold] = accuracy(backend, parts.get(fold), seed + fold);
      }
    }
    double mean = Arrays.stream(accuracies).average().orElseThrow();
    double deviation = deviation(accuracies, mean);
    System.out.printf(Locale.ROOT, "%.2f%% (+/- %.2f%%)%n", 100 * mean, 100 * deviation);
    new Result().with("accuracy", mean).with("deviation", deviation).print();
    return 0;
  }

  private double accuracy(Backend backend, TrainTestSplit part, long start) {
    try (PimaNetwork network = new PimaNetwork(backend, Seed.of(start))) {
      Trainer trainer = Trainer.of(network).batchSize(10).epochs(epochs).verbose(0);
      trainer.fit(part.train());
      Evaluation scores = trainer.evaluate(part.test());
      String name = scores.metricsNames().get(1);
      System.out.printf(Locale.ROOT, "%s: %.2f%%%n", name, 100 * scores.value(name));
      return scores.value(name);
    }
  }

  private static double deviation(double[] numbers, double mean) {
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return Math.sqrt(squares / numbers.length);
  }
}
