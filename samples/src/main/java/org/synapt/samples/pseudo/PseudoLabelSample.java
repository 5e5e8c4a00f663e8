package org.synapt.samples.pseudo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Seed;
import org.synapt.samples.Result;
import org.synapt.samples.digits.DigitDrawing;
import org.synapt.samples.mnist.MnistReluNetwork;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Few labels and many pictures: the network labels what it is sure of, and learns from that too.
 *
 * <p>Train on the few that somebody labelled; predict the rest; take each prediction that is nearly
 * certain for a label; train anew on both; do it again. What the network is sure of is mostly
 * right, and the pictures it adds are drawn as the first few were not.
 *
 * <p>It makes a good beginning better and a bad one worse: labels that are wrong in one way teach
 * the network to be wrong in that way, and the more certain it grows, the less it doubts them. Look
 * at the column that says how many of the added labels are right, which only a program that knows
 * the answers can print.
 */
@Command(
    name = "pseudo-label",
    description = "Learns from few labels, and from those it gives itself.")
public final class PseudoLabelSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with MNIST's four files; else digits are drawn.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--labelled", description = "How many labels there are: ${DEFAULT-VALUE}.")
  private int labelled = 200;

  @Option(names = "--unlabelled", description = "How many pictures beside: ${DEFAULT-VALUE}.")
  private int unlabelled = 5_000;

  @Option(names = "--rounds", description = "How often to label the rest: ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(names = "--sure", description = "From what probability to believe: ${DEFAULT-VALUE}.")
  private double sure = 0.99;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    DigitDrawing drawing = new DigitDrawing(seed);
    int count = labelled + unlabelled;
    Examples all = data.isPresent() ? Mnist.train(data.get()) : drawing.examples(count);
    Examples unseen = data.isPresent() ? Mnist.test(data.get()) : drawing.examples(2_000);
    Examples known = all.slice(0, labelled);
    Examples unknown = all.slice(labelled, Math.min(count, all.count()));
    System.out.println("round   pictures learnt from   labels added   of these right   accuracy");
    Believed added = new Believed(unknown.slice(0, 0), 0);
    Result result = new Result();
    try (Backend backend = Backends.best()) {
      for (int round = 0; round <= rounds; round++) {
        try (MnistReluNetwork network = new MnistReluNetwork(backend, Seed.of(seed))) {
          fit(network, Examples.concatenate(known, added.examples()));
          double accuracy = network.evaluate(unseen).value("acc");
          print(round, added, accuracy);
          if (round == 0 || round == rounds) {
            result.with(round == 0 ? "labels_only" : "accuracy", accuracy);
          }
          added = believed(network, unknown);
        }
      }
    }
    result.print();
    return 0;
  }

  /** Pictures with the network's own labels, and how many of these are right. */
  private record Believed(Examples examples, int right) {}

  private void print(int round, Believed added, double accuracy) {
    int count = added.examples().count();
    System.out.printf(
        Locale.ROOT,
        "%5d %23d %14d %16d %10.4f%n",
        round,
        labelled + count,
        count,
        added.right(),
        accuracy);
  }

  /** As many steps each round, however many pictures there are. */
  private static void fit(MnistReluNetwork network, Examples train) {
    int batch = 50;
    int epochs = Math.max(1, 1_000 * batch / train.count());
    Trainer.of(network).batchSize(batch).epochs(epochs).verbose(0).fit(train);
  }

  /** The pictures that the network is sure of, with its own answers for labels. */
  private Believed believed(MnistReluNetwork network, Examples unknown) {
    float[] guesses = network.predict(unknown.input("pixels").toArray());
    int[] rows = new int[unknown.count()];
    float[] labels = new float[guesses.length];
    int kept = 0;
    int right = 0;
    for (int i = 0; i < rows.length; i++) {
      int digit = digit(guesses, i);
      if (guesses[i * 10 + digit] >= sure) {
        labels[kept * 10 + digit] = 1;
        rows[kept++] = i;
        right += unknown.target("digit").value(i, digit) == 1 ? 1 : 0;
      }
    }
    Column pixels = unknown.select(Arrays.copyOf(rows, kept)).input("pixels");
    Column digits = Column.of("digit", 10, Arrays.copyOf(labels, kept * 10));
    return new Believed(Examples.of(pixels, digits), right);
  }

  private static int digit(float[] probabilities, int row) {
    int digit = 0;
    for (int j = 1; j < 10; j++) {
      if (probabilities[row * 10 + j] > probabilities[row * 10 + digit]) {
        digit = j;
      }
    }
    return digit;
  }
}
