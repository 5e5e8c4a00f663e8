package org.synapt.samples.shakespeare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.TextFiles;
import org.synapt.data.TextSplit;
import org.synapt.data.TextStandardize;
import org.synapt.data.TextVectorization;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.DataFile;
import org.synapt.samples.Result;
import org.synapt.samples.texts.Reviews;
import org.synapt.training.EarlyStopping;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A text, character by character: what comes next?
 *
 * <p>A network that can tell the next character can write: one that it thinks likely is drawn and
 * read, then the next is drawn. It is told of no words and no verses, and finds both.
 *
 * <p>A text of a million characters is one long sequence, too long to go back through. It is cut
 * into 64 streams, which are read side by side 64 characters at a time; gradients end where such a
 * piece begins, but with {@code stateful} what the network remembers does not: each piece goes on
 * with the state that the one before ended with.
 *
 * <p>The loss is in nats: 1.7 means that the character that came was thought as likely as one of
 * 5.5 on average. The temperature says how brave the writer is: probabilities are raised to the
 * power of 1 / temperature, so that with 0.5 it repeats what it is sure of, and with 1.5 it invents
 * words.
 */
@Command(name = "shakespeare", description = "Writes like the text that it has read, with an LSTM.")
public final class ShakespeareSample implements Callable<Integer> {
  private static final int STREAMS = 64;
  private static final int STEPS = 64;

  @Option(
      names = "--data",
      description =
          "The folder with tinyshakespeare.txt, or any text in UTF-8; else one is made up.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--epochs", description = "How often to read it at most: ${DEFAULT-VALUE}.")
  private int epochs = 10;

  @Option(names = "--made", description = "How many sentences to make up: ${DEFAULT-VALUE}.")
  private int made = 6_000;

  @Option(names = "--write", description = "How many characters to write: ${DEFAULT-VALUE}.")
  private int write = 400;

  @Option(names = "--temperature", description = "How bravely: ${DEFAULT-VALUE}.")
  private double temperature = 0.8;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    String text =
        data.isPresent()
            ? TextFiles.read(DataFile.of(data.get(), "tinyshakespeare.txt"))
            : madeUp();
    TextVectorization letters =
        TextVectorization.defaults()
            .standardize(TextStandardize.NONE)
            .split(TextSplit.CHARACTER)
            .maxTokens(67)
            .adapt(List.of(text));
    int[] numbers = letters.sequence(text);
    int test = numbers.length / 20;
    int train = numbers.length - 2 * test;
    try (Backend backend = Backends.best();
        ShakespeareNetwork network = new ShakespeareNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer trainer =
          Trainer.of(network)
              .optimizer(Adam.withLearningRate(3e-3).globalClipNorm(1))
              .batchSize(STREAMS)
              .shuffle(false)
              .epochs(epochs)
              .validationData(streams(numbers, train, train + test))
              .verbose(2)
              .callbacks(EarlyStopping.monitor("val_loss").patience(2).restoreBestWeights());
      trainer.fit(streams(numbers, 0, train));
      double loss = trainer.evaluate(streams(numbers, train + test, numbers.length)).loss();
      System.out.println(written(network, letters));
      new Result().with("loss", loss).print();
    }
    return 0;
  }

  private String madeUp() {
    return String.join("\n", Reviews.made(made / 2, 1).shuffled(1).texts()) + "\n";
  }

  private static Examples streams(int[] numbers, int from, int to) {
    return TextStreams.of(Arrays.copyOfRange(numbers, from, to), STREAMS, STEPS);
  }

  /** Begins with the end of a line, and goes on with what is drawn. */
  private String written(ShakespeareNetwork network, TextVectorization letters) {
    Random random = new Random(seed);
    int[] text = new int[write];
    int last = letters.sequence("\n")[0];
    network.states().reset();
    for (int i = 0; i < text.length; i++) {
      float[] probabilities = network.predict(1, new float[] {last});
      last = drawn(probabilities, letters.vocabulary().size(), random);
      text[i] = last;
    }
    return letters.decode(text);
  }

  /** One of the characters that the text has, the likely ones more often. */
  private int drawn(float[] probabilities, int letters, Random random) {
    double[] weights = new double[letters];
    double sum = 0;
    for (int i = 2; i < weights.length; i++) {
      weights[i] = Math.pow(probabilities[i], 1 / temperature);
      sum += weights[i];
    }
    double left = random.nextDouble() * sum;
    int drawn = 2;
    while (drawn < weights.length - 1 && left >= weights[drawn]) {
      left -= weights[drawn++];
    }
    return drawn;
  }
}
