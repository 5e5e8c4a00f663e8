package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Runs an optimizer's rule over the parameters, in one pass. */
public interface Update extends Kernel {
  /** What an optimizer does to each parameter: a loop over arrays of the same length. */
  interface Rule {
    /**
     * Updates the parameters from {@code from} up to {@code to}.
     *
     * @param from the first position
     * @param to the position after the last
     * @param parameters read and written
     * @param gradients read
     * @param state read and written: what the optimizer remembers, one array for each moment
     */
    void apply(int from, int to, float[] parameters, float[] gradients, float[][] state);

    /**
     * The same for arrays that hold a stretch of all parameters: what lies at i in them belongs to
     * parameter {@code offset + i}. A rule that treats parameters differently by where they lie
     * overrides this.
     *
     * @param offset which parameter lies at 0 in the arrays
     * @param from the first position in the arrays
     * @param to the position after the last
     * @param parameters read and written
     * @param gradients read
     * @param state read and written
     */
    default void apply(
        int offset, int from, int to, float[] parameters, float[] gradients, float[][] state) {
      apply(from, to, parameters, gradients, state);
    }

    /**
     * Whether what it writes to the gradients is wanted by whoever comes next; if not, a backend
     * that hands it copies forgets it.
     *
     * @return true if it is; unless overridden, it is not
     */
    default boolean writesGradients() {
      return false;
    }
  }

  /**
   * Applies a rule to a range of parameters.
   *
   * @param from the first position
   * @param to the position after the last
   * @param rule the rule
   * @param parameters read and written
   * @param gradients read
   * @param state read and written, each as long as parameters
   */
  void apply(int from, int to, Rule rule, Buffer parameters, Buffer gradients, Buffer[] state);

  /**
   * The squares of the norms of stretches that lie one behind the other:
   *
   * <pre>
   * sums[i] = Σ x²   from ends[i − 1], or 0, up to ends[i]
   * </pre>
   *
   * <p>Summed in double, in an order that does not depend on the number of threads.
   *
   * @param ends the position after the last of each stretch, growing
   * @param x read
   * @param sums written, one for each stretch
   */
  void squares(int[] ends, Buffer x, double[] sums);
}
