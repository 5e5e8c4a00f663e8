package org.synapt.training;

import org.synapt.persistence.Notes;

/**
 * What is done around training: the six hooks of Keras 2, and three for whoever saves and takes up
 * again.
 *
 * <p>Epochs and batches are counted from 0. Logs of an epoch hold {@code val_…} where there is
 * something to validate with; logs of a batch never do: {@code get} gives null then, never 0.
 *
 * <p>A callback that counts, or keeps a best number, writes that down in {@link #onSave} and takes
 * it back in {@link #onResume}; then a training that was killed goes on as if it had not been.
 */
public interface Callback {
  /**
   * Called before the first step.
   *
   * @param training what is being trained, and the means to steer it
   */
  default void onTrainBegin(Training training) {}

  /**
   * Called behind the last step, also if training fails or another callback's end does; {@link
   * Training#finished} tells which.
   */
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

  /**
   * Called between epochs: before the first, once every callback has been told that training
   * begins, and behind each, once every callback has been told of its end. What is saved here goes
   * on as if it had never stopped.
   *
   * @param epochsDone how many epochs have been done
   */
  default void onCheckpoint(int epochsDone) {}

  /**
   * Called where training is saved: writes down what this callback has to remember.
   *
   * @param notes this callback's own
   */
  default void onSave(Notes notes) {}

  /**
   * Called behind {@link #onTrainBegin} where training goes on from a file: takes back what this
   * callback remembered. Callbacks are told apart by their classes, and those of one class by their
   * order.
   *
   * @param notes as they were written down; not called if nothing was
   */
  default void onResume(Notes notes) {}
}
