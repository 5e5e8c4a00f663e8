package org.synapt.kernel;

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
  private final int vectors;

  /**
   * A formula over {@code values} matrices and {@code vectors} rows that every row shares.
   *
   * @param text the formula, for people and for backends that know it by name, such as {@code
   *     "relu(product + bias)"}
   * @param values how many operands have the result's shape [rows, columns]
   * @param vectors how many operands, after those, are [columns] and serve every row
   */
  protected Formula(String text, int values, int vectors) {
    this.text = text;
    this.values = values;
    this.vectors = vectors;
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
    return vectors;
  }

  @Override
  public final String toString() {
    return text;
  }
}
