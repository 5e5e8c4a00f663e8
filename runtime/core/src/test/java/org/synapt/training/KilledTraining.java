package org.synapt.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.synapt.network.LinearNetwork;

/** A program that trains for some seconds and can be killed meanwhile. */
final class KilledTraining {
  static final String FINAL = "final.safetensors";
  static final String HISTORY = "history.txt";
  static final String BEST = "best.safetensors";

  private KilledTraining() {}

  /** Trains in a folder, dawdling, and says when it has begun. */
  public static void main(String[] arguments) throws IOException {
    train(
        Paths.get(arguments[0]),
        LambdaCallback.empty()
            .onTrainBegin(
                training -> {
                  // The parent waits for it.
                  System.out.println("begun");
                  System.out.flush();
                })
            .onBatchEnd((batch, logs) -> dawdle()));
  }

  private static void dawdle() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void train(Path folder, Callback watching) throws IOException {
    LinearNetwork network = LineData.network();
    Trainer trainer =
        LineData.quiet(network)
            .batchSize(5)
            .epochs(100)
            .validationSplit(0.25)
            .callbacks(
                watching,
                BackupAndRestore.in(folder.resolve("backup")),
                LearningRateScheduler.of((epoch, rate) -> rate * 0.999),
                EarlyStopping.monitor("val_loss").patience(1000).restoreBestWeights(),
                ReduceLROnPlateau.monitor("loss").patience(2).factor(0.9).minDelta(1e-3),
                ModelCheckpoint.to(folder.resolve(BEST)).saveBestOnly().saveWeightsOnly());
    History history = trainer.fit(LineData.points(40));
    trainer.save(folder.resolve(FINAL));
    String text = history.epochs() + " " + history;
    Files.write(folder.resolve(HISTORY), text.getBytes(StandardCharsets.UTF_8));
  }
}
