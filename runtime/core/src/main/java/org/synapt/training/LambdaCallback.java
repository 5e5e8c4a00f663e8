package org.synapt.training;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A callback put together from functions.
 *
 * <pre>{@code
 * LambdaCallback.empty().onEpochEnd((epoch, logs) -> log.add(epoch + ": " + logs))
 * }</pre>
 */
public final class LambdaCallback implements Callback {
  private Consumer<Training> trainBegin = training -> {};
  private Runnable trainEnd = () -> {};
  private IntConsumer epochBegin = epoch -> {};
  private Ended epochEnd = (epoch, logs) -> {};
  private IntConsumer batchBegin = batch -> {};
  private Ended batchEnd = (batch, logs) -> {};

  /** What is done behind an epoch or a batch. */
  @FunctionalInterface
  public interface Ended {
    /**
     * Is told of the end.
     *
     * @param number which epoch or batch, counted from 0
     * @param logs what it reports
     */
    void accept(int number, Logs logs);
  }

  private LambdaCallback() {}

  /**
   * Does nothing yet.
   *
   * @return the callback
   */
  public static LambdaCallback empty() {
    return new LambdaCallback();
  }

  /**
   * Sets what is done before the first step.
   *
   * @param function what is done
   * @return this
   */
  public LambdaCallback onTrainBegin(Consumer<Training> function) {
    trainBegin = function;
    return this;
  }

  /**
   * Sets what is done behind the last step.
   *
   * @param function what is done
   * @return this
   */
  public LambdaCallback onTrainEnd(Runnable function) {
    trainEnd = function;
    return this;
  }

  /**
   * Sets what is done before each epoch.
   *
   * @param function what is done
   * @return this
   */
  public LambdaCallback onEpochBegin(IntConsumer function) {
    epochBegin = function;
    return this;
  }

  /**
   * Sets what is done behind each epoch.
   *
   * @param function what is done
   * @return this
   */
  public LambdaCallback onEpochEnd(Ended function) {
    epochEnd = function;
    return this;
  }

  /**
   * Sets what is done before each step.
   *
   * @param function what is done
   * @return this
   */
  public LambdaCallback onBatchBegin(IntConsumer function) {
    batchBegin = function;
    return this;
  }

  /**
   * Sets what is done behind each step.
   *
   * @param function what is done
   * @return this
   */
  public LambdaCallback onBatchEnd(Ended function) {
    batchEnd = function;
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    trainBegin.accept(training);
  }

  @Override
  public void onTrainEnd() {
    trainEnd.run();
  }

  @Override
  public void onEpochBegin(int epoch) {
    epochBegin.accept(epoch);
  }

  @Override
  public void onEpochEnd(int epoch, Logs logs) {
    epochEnd.accept(epoch, logs);
  }

  @Override
  public void onBatchBegin(int batch) {
    batchBegin.accept(batch);
  }

  @Override
  public void onBatchEnd(int batch, Logs logs) {
    batchEnd.accept(batch, logs);
  }
}
