package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;

/**
 * What stands behind a product, in the words of its kernel.
 *
 * @param formula the formula, if there is one
 * @param bias the row that it reads, if it does
 */
record Behind(Optional<Formula> formula, Optional<NativeBuffer> bias) {
  static final Behind NOTHING = new Behind(Optional.empty(), Optional.empty());

  static Behind of(Formula f) {
    return new Behind(Optional.of(f), Optional.empty());
  }

  static Behind of(Formula f, Buffer bias) {
    return new Behind(Optional.of(f), Optional.of(NativeBuffer.of(bias)));
  }

  /** What oneDNN does of it: all or nothing. */
  Ending ending(int columns) {
    return formula
        .flatMap(Epilogue::of)
        .map(epilogue -> new Ending(epilogue, bias.map(row -> Matrix.rowMajor(row, 1, columns))))
        .orElse(Ending.NONE);
  }

  /** What Java does once the product is written. */
  Optional<Formula> rest() {
    return formula.filter(f -> Epilogue.of(f).isEmpty());
  }

  /** The operands of the formula, where the product is. */
  Buffer[] operands(Buffer product) {
    return bias.map(row -> new Buffer[] {product, row}).orElseGet(() -> new Buffer[] {product});
  }
}
