package org.synapt.samples.digits;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.report.TrainingReport;
import org.synapt.samples.Result;
import org.synapt.training.Callback;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The first program: it draws digits, learns to read them, and shows what it reads.
 *
 * <p>{@link Digits} declares the network; {@code DigitsNetwork} was written while it was compiled.
 * {@code Trainer} shuffles the pictures, takes a hundred at a time, and lets Adam follow the
 * gradient. A tenth of them, which are not trained on, tell after each epoch whether it learns to
 * read or only to remember: it remembers where {@code acc} goes on rising and {@code val_acc} does
 * not. That {@code val_loss} is below {@code loss} here is no mistake: a fifth of what the network
 * finds is hidden from it while it trains, by {@code Dropout}, and {@code loss} is the mean of an
 * epoch in which it still learns.
 *
 * <p>With {@code --report digits.html} a page shows the curves, the network, and which digit was
 * taken for which; reload it while the training runs.
 */
@Command(
    name = "digits",
    description = "Draws digits, learns to read them, and shows what it reads (the default).")
public final class DigitsSample implements Callable<Integer> {
  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 20_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 8;

  @Option(names = "--report", description = "A page to write on how it went, such as digits.html.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() {
    DigitDrawing drawing = new DigitDrawing(seed);
    Examples pictures = drawing.examples(train);
    Examples unseen = drawing.examples(2_000);
    try (Backend backend = Backends.best();
        DigitsNetwork network = new DigitsNetwork(backend, Seed.of(seed))) {
      System.out.println(network.summary());
      Trainer.of(network)
          .optimizer(Adam.withLearningRate(1e-3))
          .batchSize(100)
          .epochs(epochs)
          .validationSplit(0.1)
          .verbose(2)
          .callbacks(report.map(TrainingReport::to).stream().toArray(Callback[]::new))
          .fit(pictures);
      show(network, unseen);
      Evaluation test = network.evaluate(unseen);
      new Result().with("accuracy", test.value("acc")).with("loss", test.loss()).print();
    }
    return 0;
  }

  private static void show(DigitsNetwork network, Examples unseen) {
    for (int i = 0; i < 3; i++) {
      float[] pixels = unseen.slice(i, i + 1).input("pixels").toArray();
      System.out.println(TerminalPicture.of(pixels, network.predict(pixels)));
    }
  }
}
