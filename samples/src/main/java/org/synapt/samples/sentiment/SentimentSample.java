package org.synapt.samples.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.data.LabelledTexts;
import org.synapt.data.TextVectorization;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.samples.texts.Parts;
import org.synapt.samples.texts.Reviews;
import org.synapt.training.EarlyStopping;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A sentence about a film: is it for or against?
 *
 * <p>Words become numbers, the most frequent first; numbers become points in a space of meanings,
 * which is learned with all the rest; an LSTM walks over the points and remembers what matters,
 * from the first word on and, a second one, from the last. Sentences are of different lengths: the
 * numbers behind the last word are 0, which {@code maskZero} makes steps that do not count.
 *
 * <p>Ten thousand sentences are few for so many words, and the network would learn them by heart:
 * so half of what it knows is hidden from it while it learns, and training stops when the sentences
 * that it does not learn from are no longer understood better. Those are not the ones that it is
 * judged by in the end: who chooses by the sentences that he is judged by is judged too well.
 *
 * <p>Gradients that go back through forty steps may grow with each; {@code globalClipNorm} keeps
 * them from growing together beyond 1.
 *
 * <p>The words travel with the network, in the same file. The sentences at the end are read by a
 * second network, which knows nothing but that file.
 */
@Command(name = "sentiment", description = "Tells whether a sentence praises a film, with an LSTM.")
public final class SentimentSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with rt-polarity.neg and rt-polarity.pos; else they are made up.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--made", description = "How many of each to make up: ${DEFAULT-VALUE}.")
  private int made = 2_000;

  @Option(names = "--epochs", description = "How often to see each at most: ${DEFAULT-VALUE}.")
  private int epochs = 12;

  @Option(names = "--file", description = "Where the trained network goes; else it is deleted.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    Parts parts = Parts.of(data.isPresent() ? Reviews.read(data.get()) : Reviews.made(made, 1), 1);
    Path to = file.isPresent() ? file.get() : Files.createTempFile("sentiment", ".safetensors");
    try (Backend backend = Backends.best()) {
      train(backend, parts, to);
      judge(backend, parts.test(), to);
    } finally {
      if (file.isEmpty()) {
        Files.deleteIfExists(to);
      }
    }
    return 0;
  }

  /** Trains a network and writes it, with the words that it knows. */
  private void train(Backend backend, Parts parts, Path to) throws IOException {
    TextVectorization words =
        TextVectorization.defaults()
            .maxTokens(8_000)
            .outputSequenceLength(40)
            .adapt(parts.train().texts());
    try (SentimentNetwork network = new SentimentNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network)
          .optimizer(Adam.withLearningRate(1e-3).globalClipNorm(1))
          .batchSize(32)
          .epochs(epochs)
          .validationData(examples(parts.validation(), words))
          .verbose(2)
          .callbacks(EarlyStopping.monitor("val_loss").patience(2).restoreBestWeights())
          .fit(examples(parts.train(), words));
      network.attachments().putTexts("words", words.texts());
      network.save(to);
    }
  }

  private static Examples examples(LabelledTexts texts, TextVectorization words) {
    return texts.examples(words, "words", "positive");
  }

  /** Reads sentences with the network of a file; all that it needs is in the file. */
  private static void judge(Backend backend, LabelledTexts texts, Path from) throws IOException {
    try (SentimentNetwork network = new SentimentNetwork(backend, Seed.of(0))) {
      network.load(from);
      TextVectorization words = TextVectorization.of(network.attachments().texts("words"));
      for (String text : List.of("a clever and moving film", "the plot is dull , not funny")) {
        float[] numbers = words.apply(text).column("words").toArray();
        System.out.printf(Locale.ROOT, "%.2f  %s%n", network.predict(numbers)[0], text);
      }
      Evaluation test = network.evaluate(examples(texts, words));
      new Result().with("accuracy", test.value("acc")).with("loss", test.loss()).print();
    }
  }
}
