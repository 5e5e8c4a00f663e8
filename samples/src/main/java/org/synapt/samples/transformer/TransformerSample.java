package org.synapt.samples.transformer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
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
 * The sentences of {@code sentiment} again, by a network that reads all words at once.
 *
 * <p>Nothing is remembered from word to word here: each word looks at all others, in two ways, and
 * takes of them what matters to it. Where a word stands is not seen by looking, and is added to it
 * as a number of its own for each place. That is a block, declared once: a larger transformer is
 * the same with {@code @Repeat}.
 *
 * <p>Such networks read faster than those that remember, and learn better the more there is to
 * learn from. Ten thousand sentences are not much: it is no better here than an LSTM.
 */
@Command(name = "transformer", description = "The same as sentiment, with a transformer's encoder.")
public final class TransformerSample implements Callable<Integer> {
  @Option(
      names = "--data",
      description = "The folder with rt-polarity.neg and rt-polarity.pos; else they are made up.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--made", description = "How many of each to make up: ${DEFAULT-VALUE}.")
  private int made = 2_000;

  @Option(names = "--epochs", description = "How often to see each at most: ${DEFAULT-VALUE}.")
  private int epochs = 12;

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    Parts parts = Parts.of(data.isPresent() ? Reviews.read(data.get()) : Reviews.made(made, 1), 1);
    TextVectorization words =
        TextVectorization.defaults()
            .maxTokens(8_000)
            .outputSequenceLength(40)
            .adapt(parts.train().texts());
    try (Backend backend = Backends.best();
        EncoderNetwork network = new EncoderNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer trainer =
          Trainer.of(network)
              .optimizer(Adam.withLearningRate(1e-3).globalClipNorm(1))
              .batchSize(32)
              .epochs(epochs)
              .validationData(parts.validation().examples(words, "words", "positive"))
              .verbose(2)
              .callbacks(EarlyStopping.monitor("val_loss").patience(2).restoreBestWeights());
      trainer.fit(parts.train().examples(words, "words", "positive"));
      Evaluation test = trainer.evaluate(parts.test().examples(words, "words", "positive"));
      new Result().with("accuracy", test.value("acc")).with("loss", test.loss()).print();
    }
    return 0;
  }
}
