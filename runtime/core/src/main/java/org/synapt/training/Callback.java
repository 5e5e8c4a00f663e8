package org.synapt.training;

/**
 * What is done around training: the six hooks of Keras 2.
 *
 * <p>Epochs and batches are counted from 0. Logs of an epoch hold {@code val_…} where there is
 * something to validate with; logs of a batch never do.
 */
public interface Callback {
  /**
   * Called before the first step.
   *
   * @param training what is being trained, and the means to steer it
   */
  default void onTrainBegin(Training training) {}

  /** Called behind the last step, also if training fails. */
  default void onTrainEnd() {}

  /**
   * Called before each epoch.
   *
   * @param epoch which epoch
   */
  default void onEpochBegin(int epoch) {}

  /**
   * Called behind each epoch and its validation.
   *
   * @param epoch which epoch
   * @param logs the epoch's losses and metrics, averaged over its examples while they were trained
   */
  default void onEpochEnd(int epoch, Logs logs) {}

  /**
   * Called before each step.
   *
   * @param batch which batch of the epoch
   */
  default void onBatchBegin(int batch) {}

  /**
   * Called behind each step.
   *
   * @param batch which batch of the epoch
   * @param logs this batch's losses and metrics; the next batch overwrites them
   */
  default void onBatchEnd(int batch, Logs logs) {}
}
