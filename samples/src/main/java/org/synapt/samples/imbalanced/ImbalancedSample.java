package org.synapt.samples.imbalanced;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.csv.CsvTable;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.StratifiedSplit;
import org.synapt.data.TrainTestSplit;
import org.synapt.metric.Metric;
import org.synapt.network.Seed;
import org.synapt.samples.Result;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One in forty: which spots on a mammogram are calcified, when hardly any is?
 *
 * <p>Who always says "no" is right for 98 of 100 spots and finds none, so accuracy says nothing
 * here. Recall is the share of calcified spots that are found, precision the share of alarms that
 * are right, and the area under the curve what the network could do at any threshold. The confusion
 * matrix has it all: a row for what each spot is, a column for what the network says.
 *
 * <p>With weights each calcified spot counts as much as all the others it stands among. The network
 * then finds more of them and raises more false alarms: which of the two is better is not for the
 * network to say, but for whoever knows what a missed spot costs.
 *
 * <p>Nor need one train twice to choose. The network gives a probability, and 0.5 is nobody's law:
 * look at the table of thresholds, where the network that was trained without weights, asked to
 * raise the alarm from 0.05 on, finds nearly as many spots as the other. Choose a threshold on
 * examples that are neither trained on nor tested with.
 */
@Command(
    name = "imbalanced",
    description = "Finds the one in forty; what weights of classes change.")
public final class ImbalancedSample implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The file mammography.csv: six measures and '-1' or '1' a line.")
  private Path data = Path.of("mammography.csv");

  @Option(names = "--epochs", description = "How often to see each spot: ${DEFAULT-VALUE}.")
  private int epochs = 20;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    TrainTestSplit split = spots();
    double rare = share(split.train().target("calcified"));
    System.out.printf(Locale.ROOT, "calcified: %.2f%%%n", 100 * rare);
    try (Backend backend = Backends.best()) {
      Evaluation even = trained(backend, split, Map.of());
      Evaluation weighted = trained(backend, split, Map.of(0, 1.0, 1, (1 - rare) / rare));
      new Result()
          .with("recall", weighted.value("recall"))
          .with("precision", weighted.value("precision"))
          .with("auc", weighted.value("auc"))
          .with("even_recall", even.value("recall"))
          .with("even_precision", even.value("precision"))
          .with("even_auc", even.value("auc"))
          .print();
    }
    return 0;
  }

  private TrainTestSplit spots() throws IOException {
    CsvTable table = CsvTable.read(data);
    Column calcified = table.classNumbers("calcified", 6);
    return StratifiedSplit.of(0.3)
        .shuffled(seed)
        .split(Examples.of(table.numbers("spot", 0, 6), calcified));
  }

  private static double share(Column calcified) {
    double share = 0;
    for (float one : calcified.toArray()) {
      share += one / calcified.count();
    }
    return share;
  }

  /** Trains a network and prints what it confuses, and what other thresholds would give. */
  private Evaluation trained(
      Backend backend, TrainTestSplit split, Map<Integer, Double> classWeight) {
    try (MammographyNetwork network = new MammographyNetwork(backend, Seed.of(seed))) {
      Trainer trainer =
          Trainer.of(network)
              .batchSize(64)
              .epochs(epochs)
              .verbose(0)
              .metrics(
                  Metric.of("acc"),
                  Metric.of("precision"),
                  Metric.of("recall"),
                  Metric.of("f1_score"),
                  Metric.of("auc"));
      if (!classWeight.isEmpty()) {
        trainer.classWeight(classWeight);
      }
      trainer.fit(split.train());
      Evaluation evaluation = trainer.evaluate(split.test());
      System.out.println(classWeight.isEmpty() ? "without weights" : "with weights");
      System.out.println(evaluation);
      System.out.println(
          Evaluation.confusionMatrix(network, split.test()).withNames("harmless", "calcified"));
      thresholds(network, split.test());
      return evaluation;
    }
  }

  /** The same probabilities, judged by other thresholds than a half. */
  private static void thresholds(MammographyNetwork network, Examples spots) {
    System.out.println("threshold   precision   recall");
    for (double threshold : new double[] {0.9, 0.5, 0.2, 0.1, 0.05, 0.02}) {
      Evaluation judged =
          Evaluation.of(
              network,
              spots,
              Metric.precision().atThreshold(threshold),
              Metric.recall().atThreshold(threshold));
      System.out.printf(
          Locale.ROOT,
          "%9.2f %11.4f %8.4f%n",
          threshold,
          judged.value("precision"),
          judged.value("recall"));
    }
  }
}
