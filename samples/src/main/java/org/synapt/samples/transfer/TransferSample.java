package org.synapt.samples.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.Mnist;
import org.synapt.network.Network;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.persistence.Transfer;
import org.synapt.samples.Result;
import org.synapt.samples.digits.DigitDrawing;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What one network has learnt of digits helps another to count their holes, of which few pictures
 * tell: none in a 1, one in a 6, two in an 8.
 *
 * <p>Three ways to begin. From scratch: few pictures are all there is to learn from. As a fixed
 * extractor: the rows that find strokes and shapes are taken over and stay as they are ({@code
 * trainable = false}, so that no gradient is computed for them), and only the last row learns. As
 * an initialisation: the same rows are taken over, and all of them go on learning, slowly.
 *
 * <p>Look at all three, with {@code --few} 100, 1000 and 3000: both beginnings are worth most where
 * there is least to learn from. With few pictures the extractor is best, for there is little that
 * it could learn wrongly; with more the initialisation comes first, for it may also change what the
 * first network saw in the pictures. And a beginning is worth nothing where the two questions have
 * little to do with each other.
 */
@Command(
    name = "transfer",
    description = "Counts holes with what another network learnt of digits.")
public final class TransferSample implements Callable<Integer> {
  /** How many holes each digit has. */
  private static final int[] HOLES = {1, 0, 0, 0, 1, 0, 1, 0, 2, 1};

  @Option(
      names = "--data",
      description = "The folder with MNIST's four files; else digits are drawn.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--train", description = "How many pictures the first has: ${DEFAULT-VALUE}.")
  private int train = 10_000;

  @Option(names = "--few", description = "How many pictures the second has: ${DEFAULT-VALUE}.")
  private int few = 100;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    DigitDrawing drawing = new DigitDrawing(seed);
    int count = train + few;
    Examples all = data.isPresent() ? Mnist.train(data.get()) : drawing.examples(count);
    Examples digits = all.slice(0, Math.min(train, all.count() - few));
    Examples pictures = holes(all.slice(digits.count(), digits.count() + few));
    Examples unseen = holes(data.isPresent() ? Mnist.test(data.get()) : drawing.examples(2_000));
    Seed start = Seed.of(seed);
    try (Backend backend = Backends.best();
        AllDigitsNetwork first = new AllDigitsNetwork(backend, start);
        HolesNetwork scratch = new HolesNetwork(backend, start);
        FrozenHolesNetwork extractor = new FrozenHolesNetwork(backend, start);
        HolesNetwork initialised = new HolesNetwork(backend, start)) {
      fit(first, digits, 4, 1e-3);
      System.out.println(Transfer.from(first).into(extractor));
      Transfer.from(first).into(initialised);
      fit(scratch, pictures, 60, 1e-3);
      fit(extractor, pictures, 60, 1e-3);
      fit(initialised, pictures, 60, 3e-4);
      new Result()
          .with("scratch", accuracy(scratch, unseen))
          .with("extractor", accuracy(extractor, unseen))
          .with("initialised", accuracy(initialised, unseen))
          .print();
    }
    return 0;
  }

  private static void fit(Network network, Examples pictures, int epochs, double rate) {
    Trainer.of(network)
        .optimizer(Adam.withLearningRate(rate))
        .batchSize(10)
        .epochs(epochs)
        .verbose(0)
        .fit(pictures);
  }

  private static double accuracy(Network network, Examples test) {
    return Evaluation.of(network, test).value("acc");
  }

  /** The same pictures, and how many holes each has. */
  private static Examples holes(Examples pictures) {
    float[] holes = new float[pictures.count() * 3];
    for (int i = 0; i < pictures.count(); i++) {
      for (int digit = 0; digit < 10; digit++) {
        holes[i * 3 + HOLES[digit]] += pictures.target("digit").value(i, digit);
      }
    }
    return HolesNetwork.examples(pictures.input("pixels").toArray(), holes);
  }
}
