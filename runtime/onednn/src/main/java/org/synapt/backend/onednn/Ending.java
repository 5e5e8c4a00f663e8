package org.synapt.backend.onednn;

import java.util.Optional;

/**
 * What oneDNN does to a product before it writes it.
 *
 * @param epilogue what is computed of each element
 * @param bias the row that the epilogue adds to each row, if it does
 */
record Ending(Epilogue epilogue, Optional<Matrix> bias) {
  static final Ending NONE = new Ending(Epilogue.NONE, Optional.empty());

  /** The ending of some columns. */
  Ending columns(int column, int columns) {
    return new Ending(epilogue, bias.map(row -> row.block(0, 1, column, columns)));
  }
}
