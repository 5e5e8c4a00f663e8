package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Rows of a table by their numbers.
 *
 * <pre>
 * y[i, :] = table[ids[i], :]
 *
 * table [rows, columns]   ids [count], whole numbers from 0 up to rows   →   y [count, columns]
 * </pre>
 *
 * <p>A number that is not whole, below 0, or that of no row is refused before anything is written.
 * Of a table, only the rows that are named are read or written.
 */
public interface Gather extends Kernel {
  /**
   * Takes rows out of a table.
   *
   * @param count how many
   * @param rows the rows of the table
   * @param columns its columns
   * @param table read
   * @param ids read
   * @param y written; aliases nothing
   * @throws IllegalArgumentException if a number is not that of a row
   */
  void rows(int count, int rows, int columns, Buffer table, Buffer ids, Buffer y);

  /**
   * {@code dtable[ids[i], :] += dy[i, :]}, in the order of i, whatever the number of threads.
   *
   * @param count as rows
   * @param rows as rows
   * @param columns as rows
   * @param ids read
   * @param dy [count, columns], read
   * @param dtable [rows, columns], added to; aliases nothing
   * @throws IllegalArgumentException if a number is not that of a row
   */
  void addRows(int count, int rows, int columns, Buffer ids, Buffer dy, Buffer dtable);

  /**
   * {@code dtable[ids[i], :] = 0}.
   *
   * @param count as rows
   * @param rows as rows
   * @param columns as rows
   * @param ids read
   * @param dtable [rows, columns], written
   * @throws IllegalArgumentException if a number is not that of a row
   */
  void clearRows(int count, int rows, int columns, Buffer ids, Buffer dtable);
}
