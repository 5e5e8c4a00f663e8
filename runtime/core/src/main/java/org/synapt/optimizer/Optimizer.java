package org.synapt.optimizer;

import java.util.List;
import java.util.Map;
import org.synapt.kernel.Update;

/**
 * How parameters follow their gradients: hyperparameters, and the rule that uses them.
 *
 * <p>An optimizer is a value. What it remembers while it trains, one array for each of {@link
 * #moments}, belongs to the trainer.
 */
public interface Optimizer {
  /**
   * Keras's name, such as {@code adam}.
   *
   * @return the name
   */
  String name();

  /**
   * The learning rate with which training begins.
   *
   * @return the rate
   */
  double learningRate();

  /**
   * What is remembered for each parameter, such as {@code m} and {@code v}; all start at 0.
   *
   * @return a name for each array
   */
  List<String> moments();

  /**
   * The numbers that make this optimizer, by Keras's names.
   *
   * @return the hyperparameters
   */
  Map<String, Double> hyperparameters();

  /**
   * Makes the rule; each training has one of its own.
   *
   * @return the rule
   */
  Rule rule();

  /** An optimizer at work: a loop over parameters, told before each step which step it is. */
  interface Rule extends Update.Rule {
    /**
     * Prepares the next step; allocates nothing.
     *
     * @param iteration how many steps have been done
     * @param learningRate the learning rate, before any decay of the optimizer's own
     */
    void begin(long iteration, double learningRate);
  }
}
