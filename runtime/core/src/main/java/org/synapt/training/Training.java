package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.optimizer.Optimizer;

/** A training as its callbacks see and steer it. */
public interface Training {
  /**
   * What is being trained.
   *
   * @return the network
   */
  Network network();

  /**
   * The epoch to stop before, counted from 0.
   *
   * @return the number of epochs
   */
  int epochs();

  /**
   * The examples of a step; the last of an epoch may have fewer.
   *
   * @return the number of examples
   */
  int batchSize();

  /**
   * The examples of an epoch. Where only their end will tell, those of the epoch before.
   *
   * @return the number of examples; 0 where it is not known yet
   */
  int examples();

  /**
   * The examples to validate with.
   *
   * @return the number of examples; 0 where there are none, or it is not known
   */
  int validationExamples();

  /**
   * What is validated with, where it is held in memory.
   *
   * @return the examples; nothing where there are none, or they come from a data set
   */
  Optional<Examples> validation();

  /**
   * What moves the parameters.
   *
   * @return the optimizer
   */
  Optimizer optimizer();

  /**
   * The examples of this epoch that have been trained on.
   *
   * @return the number of examples
   */
  int seen();

  /**
   * The losses and metrics of this epoch, averaged over the examples seen so far.
   *
   * @return the averages now; the object shows them as they change
   */
  Logs running();

  /**
   * The names that an epoch's logs will have, {@code val_…} included where there is something to
   * validate with.
   *
   * @return the names in their order
   */
  List<String> logNames();

  /**
   * Whether a number in logs is better the larger it is, as its metric says.
   *
   * @param logName its name, such as {@code val_acc}
   * @return whether it should grow
   * @throws IllegalArgumentException if no number has this name
   */
  boolean largerIsBetter(String logName);

  /**
   * The learning rate now, before any decay of the optimizer's own.
   *
   * @return the rate
   */
  double learningRate();

  /**
   * Sets the learning rate from the next step on.
   *
   * @param rate the rate, 0 or above
   * @throws IllegalArgumentException if it is below 0 or not finite
   */
  void learningRate(double rate);

  /**
   * Ends training: behind this batch if a batch's hook asks for it, else behind this epoch. What
   * has been done of the epoch is validated and reported, as in Keras 3; Keras 2.0 did the rest of
   * its batches first.
   */
  void stop();

  /**
   * Whether training has come to its end, be it that all epochs are done or that it was stopped;
   * {@code false} in {@link Callback#onTrainEnd} means that something failed.
   *
   * @return whether there is nothing left to do
   */
  boolean finished();

  /**
   * From now on, a batch whose loss is NaN or infinite moves no parameter, and ends training behind
   * this batch.
   */
  void stopAtLossThatIsNotFinite();

  /**
   * Saves parameters, the state of training, what callbacks remember and the history so far. Only
   * in {@link Callback#onCheckpoint} has every callback been told of the same epochs.
   *
   * @param file written, or replaced
   * @throws IOException if it cannot be written; an older file is still there then
   */
  void save(Path file) throws IOException;

  /**
   * Goes on from what {@link #save} has written, as if this training had never stopped: with the
   * epoch behind it, or with none if it had been stopped.
   *
   * @param file read
   * @throws IOException if it cannot be read, is damaged, or was saved by another network,
   *     optimizer or seed; nothing is changed then
   * @throws IllegalStateException if it is called later than in {@link Callback#onTrainBegin}
   */
  void resume(Path file) throws IOException;
}
