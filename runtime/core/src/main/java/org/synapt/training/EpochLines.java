package org.synapt.training;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a line for each epoch, as Keras 2 does when its {@code verbose} is 2.
 *
 * <pre>
 * MnistMlp on java, 2 threads
 * Train on 9000 samples, validate on 1000 samples
 * Epoch 1/20
 * 2s - loss: 1.1724 - acc: 0.6558 - val_loss: 0.4471 - val_acc: 0.8790
 * </pre>
 */
public final class EpochLines implements Callback {
  private final Appendable out;
  private int epochs;
  private long begunNanos;

  private EpochLines(Appendable out) {
    this.out = out;
  }

  /**
   * Writes to a stream, a builder or whatever else takes text.
   *
   * @param out appended to
   * @return the callback
   */
  public static EpochLines to(Appendable out) {
    return new EpochLines(out);
  }

  /**
   * What is said before the first epoch: the network, the device, the numbers of examples.
   *
   * @param training what is about to begin
   * @return one line, or two, each ended
   */
  public static String opening(Training training) {
    String line = training.network().signature().name() + " on " + training.network().device();
    if (training.validationExamples() == 0) {
      return line + "\n";
    }
    return line
        + "\nTrain on "
        + training.examples()
        + " samples, validate on "
        + training.validationExamples()
        + " samples\n";
  }

  @Override
  public void onTrainBegin(Training training) {
    epochs = training.epochs();
    write(opening(training));
  }

  @Override
  public void onEpochBegin(int epoch) {
    begunNanos = System.nanoTime();
    write("Epoch " + (epoch + 1) + "/" + epochs + "\n");
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    write((System.nanoTime() - begunNanos) / 1_000_000_000 + "s - " + logs + "\n");
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
