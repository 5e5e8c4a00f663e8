package org.synapt.samples.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Examples;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.Result;
import org.synapt.samples.digits.DigitDrawing;
import org.synapt.samples.mnist.MnistReluNetwork;
import org.synapt.training.BackupAndRestore;
import org.synapt.training.EarlyStopping;
import org.synapt.training.History;
import org.synapt.training.ReduceLROnPlateau;
import org.synapt.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A training that may be killed at any moment, and goes on as if it never had been.
 *
 * <p>{@code BackupAndRestore} writes what is known behind each epoch: the parameters, what the
 * optimizer remembers, how far it has come, what other callbacks have seen. Start the program
 * again, with the same words, and it goes on behind the last epoch that it finished; it ends with
 * the very bytes of a run that nobody disturbed. Try it:
 *
 * <pre>{@code
 * for i in 1 2 3 4 5; do
 *   mvn -q compile exec:java -Dexec.args="resume --folder /tmp/run --halt-after $((600 + RANDOM % 1500))"
 * done
 * mvn -q compile exec:java -Dexec.args="resume --folder /tmp/run"
 * mvn -q compile exec:java -Dexec.args="resume --folder /tmp/another"
 * cmp /tmp/run/digits.safetensors /tmp/another/digits.safetensors
 * }</pre>
 */
@Command(
    name = "resume",
    description = "Trains, and goes on where it was killed; kill it as often as you like.")
public final class ResumeSample implements Callable<Integer> {
  @Option(
      names = "--folder",
      required = true,
      description = "Where the backup and the trained network go.")
  private Path folder = Path.of("run");

  @Option(names = "--train", description = "How many pictures to learn from: ${DEFAULT-VALUE}.")
  private int train = 3_000;

  @Option(names = "--epochs", description = "How often to see each: ${DEFAULT-VALUE}.")
  private int epochs = 12;

  @Option(
      names = "--halt-after",
      description = "Dies so many milliseconds into the training, as if killed: no file is closed.")
  private Optional<Long> haltAfter = Optional.empty();

  @Option(names = "--seed", description = "What everything random follows from: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    DigitDrawing drawing = new DigitDrawing(seed);
    Examples pictures = drawing.examples(train);
    Examples unseen = drawing.examples(1_000);
    Path file = folder.resolve("digits.safetensors");
    try (Backend backend = Backends.best();
        MnistReluNetwork network = new MnistReluNetwork(backend, Seed.of(seed))) {
      haltAfter.ifPresent(ResumeSample::halt);
      History history =
          Trainer.of(network)
              .optimizer(Adam.withLearningRate(3e-3))
              .batchSize(50)
              .epochs(epochs)
              .validationData(unseen)
              .verbose(2)
              .callbacks(
                  BackupAndRestore.in(folder.resolve("backup")),
                  ReduceLROnPlateau.monitor("val_loss").factor(0.5).patience(1),
                  EarlyStopping.monitor("val_loss").patience(epochs).restoreBestWeights())
              .fit(pictures);
      network.save(file);
      new Result()
          .with("epochs", history.epochs().size())
          .with("accuracy", network.evaluate(unseen).value("acc"))
          .with("crc32", crc(file))
          .print();
    }
    return 0;
  }

  private static void halt(long milliseconds) {
    Thread killer =
        new Thread(
            () -> {
              try {
                Thread.sleep(milliseconds);
              } catch (InterruptedException e) {
                return;
              }
              Runtime.getRuntime().halt(137);
            });
    killer.setDaemon(true);
    killer.start();
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return crc.getValue();
  }
}
