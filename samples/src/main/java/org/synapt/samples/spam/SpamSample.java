package org.synapt.samples.spam;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.LabelledTexts;
import org.synapt.data.TextStandardize;
import org.synapt.data.TextVectorization;
import org.synapt.metric.Metric;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.samples.texts.Messages;
import org.synapt.samples.texts.Parts;
import org.synapt.training.EarlyStopping;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Short messages: which has nobody asked for?
 *
 * <p>What gives an advertisement away is less its words than its telephone numbers, prices and
 * exclamation marks, all of which the usual preparation would throw away. So each sign becomes a
 * word of its own, and each digit a 0: no number is the same as another, but {@code 00000000000} is
 * always somebody's telephone.
 *
 * <p>Seven of eight messages are welcome, so that accuracy says little: F1 is the harmonic mean of
 * precision, the share of the alarms that are right, and recall, the share of the unwanted that are
 * found.
 */
@Command(name = "spam", description = "Finds the messages that nobody asked for, with a GRU.")
public final class SpamSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with sms-spam.tsv: a class, a tabulator, a message; else made up.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--made", description = "How many to make up: ${DEFAULT-VALUE}.")
  private int made = 3_000;

  @Option(names = "--epochs", description = "How often to see each at most: ${DEFAULT-VALUE}.")
  private int epochs = 15;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    Parts parts =
        Parts.of(data.isPresent() ? Messages.read(data.get()) : Messages.made(made, 1), 1);
    TextVectorization words =
        TextVectorization.defaults()
            .maxTokens(5_000)
            .standardize(TextStandardize.LOWER)
            .outputSequenceLength(60)
            .adapt(spelled(parts.train()));
    try (Backend backend = Backends.best();
        SpamNetwork network = new SpamNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network)
          .optimizer(Adam.withLearningRate(2e-3).globalClipNorm(1))
          .batchSize(32)
          .epochs(epochs)
          .validationData(examples(parts.validation(), words))
          .verbose(2)
          .callbacks(EarlyStopping.monitor("val_loss").patience(3).restoreBestWeights())
          .fit(examples(parts.train(), words));
      judge(network, examples(parts.test(), words));
    }
    return 0;
  }

  private static void judge(SpamNetwork network, Examples messages) {
    Evaluation test =
        Evaluation.of(
            network,
            messages,
            Metric.of("acc"),
            Metric.of("precision"),
            Metric.of("recall"),
            Metric.of("f1_score"));
    System.out.println(Evaluation.confusionMatrix(network, messages).withNames("ham", "spam"));
    new Result()
        .with("f1", test.value("f1_score"))
        .with("precision", test.value("precision"))
        .with("recall", test.value("recall"))
        .with("accuracy", test.value("acc"))
        .print();
  }

  private static Examples examples(LabelledTexts messages, TextVectorization words) {
    Column numbers = words.apply(spelled(messages)).column("words");
    return Examples.of(numbers, messages.labels("spam"));
  }

  /** Blanks around every sign, and 0 for every digit. */
  private static List<String> spelled(LabelledTexts messages) {
    return messages.texts().stream()
        .map(text -> text.replaceAll("[0-9]", "0").replaceAll("([^\\p{L}\\p{N}\\s])", " $1 "))
        .toList();
  }
}
