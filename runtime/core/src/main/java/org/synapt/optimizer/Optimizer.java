package org.synapt.optimizer;

import java.util.List;
import java.util.Map;
import org.synapt.kernel.Update;

/**
 * How parameters follow their gradients: hyperparameters, and the rule that uses them.
 *
 * <p>An optimizer is a value. What it remembers while it trains, one array for each of {@link
 * #moments}, belongs to the trainer. One of your own best extends {@link Descent}.
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
   * What is remembered for each parameter, such as {@code m} and {@code v}, in the order in which
   * the rule gets them; all start at 0. They are saved with a training.
   *
   * @return a name for each array
   */
  List<String> moments();

  /**
   * The numbers that make this optimizer, by Keras's names. They are saved with a training, which
   * can only be taken up with the same.
   *
   * @return the hyperparameters
   */
  Map<String, Double> hyperparameters();

  /**
   * What is done around the rule; unless overridden, nothing.
   *
   * @return the options
   */
  default UpdateOptions options() {
    return UpdateOptions.of(learningRate());
  }

  /**
   * Makes the rule; each training has one of its own.
   *
   * @return the rule
   */
  Rule rule();

  /** An optimizer at work: a loop over parameters, told before each update which one it is. */
  interface Rule extends Update.Rule {
    /**
     * Prepares the next update; allocates nothing.
     *
     * @param iteration how many updates have been done
     * @param learningRate the learning rate in force, decayed or scheduled
     */
    void begin(long iteration, double learningRate);

    /**
     * Whether parameters may go through an update later than others: what it does to them follows
     * from the arrays and from what {@link #begin} was told last, not from where they lie, and
     * begins may leave updates out. Then, of a table of which a step uses a few rows, the others
     * wait until somebody looks at them, with the same result.
     *
     * @return unless overridden false: every parameter is updated in every step
     */
    default boolean canWait() {
      return false;
    }

    /**
     * Whether the update that was begun last leaves parameters and moments as they are where
     * gradients and moments are 0. Asked only of what {@linkplain #canWait can wait}.
     *
     * @return unless overridden false
     */
    default boolean leavesZeros() {
      return false;
    }

    /**
     * Updates the parameters from 0 up to {@code to} as {@link #apply} does where every gradient is
     * 0, with the same bits; for rules that have less to do then.
     *
     * @param to the position after the last
     * @param parameters read and written
     * @param zeros the gradients
     * @param state read and written
     */
    default void applyWithoutGradients(int to, float[] parameters, float[] zeros, float[][] state) {
      apply(0, to, parameters, zeros, state);
    }
  }
}
