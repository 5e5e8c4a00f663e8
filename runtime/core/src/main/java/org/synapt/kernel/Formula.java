package org.synapt.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * An elementwise expression as a loop over rows of floats: the one kernel that the compiler writes.
 *
 * <p>All rows are read and written from index 0, because HotSpot vectorises a loop only where all
 * arrays are indexed by the same expression. A backend therefore feeds blocks that fit its L1
 * cache.
 */
public abstract class Formula {
  private final String text;
  private final int values;
  private final List<String> operands;

  /**
   * A formula over {@code values} matrices and of rows that every row shares.
   *
   * <p>The text is what {@link #apply} computes, in the language of formulas, as {@link Expression}
   * reads it: {@code new Formula("relu(x + b)", 1, "x", "b")}. A backend may run its own code for
   * it.
   *
   * @param text the formula
   * @param values how many operands have the result's shape [rows, columns]; those after them are
   *     [columns] and serve every row
   * @param operands what the text calls its operands, in the order of {@link #apply}
   */
  protected Formula(String text, int values, String... operands) {
    this.text = text;
    this.values = values;
    this.operands = Collections.unmodifiableList(Arrays.asList(operands.clone()));
  }

  /**
   * Computes {@code y[j] = f(x[0][j], x[1][j], …)} for j below n.
   *
   * @param n how many floats
   * @param y written; may be one of x
   * @param x read: the operands, values first and vectors after
   */
  public abstract void apply(int n, float[] y, float[][] x);

  /**
   * The operands of the result's shape.
   *
   * @return how many there are
   */
  public final int values() {
    return values;
  }

  /**
   * The operands that are one row, shared by all rows of the result.
   *
   * @return how many there are
   */
  public final int vectors() {
    return operands.size() - values;
  }

  /**
   * What the text calls its operands, values first and vectors after.
   *
   * @return their names
   */
  public final List<String> operands() {
    return operands;
  }

  @Override
  public final String toString() {
    return text;
  }
}
