package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import org.synapt.network.Network;

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

  /** Ends training behind this epoch. */
  void stop();

  /**
   * Saves parameters and the state of training, as {@link Trainer#save}.
   *
   * @param file written, or replaced
   * @throws IOException if it cannot be written
   */
  void save(Path file) throws IOException;
}
