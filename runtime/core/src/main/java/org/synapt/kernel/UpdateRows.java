package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Runs rules over some rows of a table among the parameters. A backend may be without it: then
 * {@link Update} moves all rows in every step.
 */
public interface UpdateRows extends Kernel {
  /**
   * What is done to rows, on arrays that hold some of them one behind the other from index 0 on.
   */
  interface Rule {
    /**
     * Updates rows. Different threads do different rows.
     *
     * @param first which of the list of rows comes first in the arrays
     * @param count how many rows are there
     * @param columns how many floats each of them has
     * @param parameters read and written
     * @param gradients read; all 0 if this rule {@linkplain #readsGradients reads} none
     * @param state read and written: what the optimizer remembers, one array for each moment
     */
    void apply(
        int first, int count, int columns, float[] parameters, float[] gradients, float[][] state);

    /**
     * Whether there are gradients to be read.
     *
     * @return false if they count as 0
     */
    boolean readsGradients();
  }

  /**
   * Applies a rule to rows.
   *
   * @param at where the table begins among the parameters
   * @param columns the floats of a row
   * @param count how many rows
   * @param rows their numbers, each once: the list
   * @param rule the rule
   * @param parameters read and written
   * @param gradients read, if the rule reads them
   * @param state read and written, each as long as the gradients
   */
  void apply(
      int at,
      int columns,
      int count,
      int[] rows,
      Rule rule,
      Buffer parameters,
      Buffer gradients,
      Buffer[] state);
}
