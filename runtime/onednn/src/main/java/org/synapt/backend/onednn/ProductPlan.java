package org.synapt.backend.onednn;

import java.util.List;
import java.util.Optional;
import org.synapt.backend.java.FormulaRows;
import org.synapt.buffer.Buffer;

/**
 * Prepares a product: divides it among the parts, and decides how each computes its tile.
 *
 * @param shape its shape
 * @param a [m, k]
 * @param b [k, n]
 * @param c [m, n], row after row
 * @param add whether c is added to
 * @param behind what stands behind it
 */
record ProductPlan(
    Engine engine, ProductShape shape, Matrix a, Matrix b, Matrix c, boolean add, Behind behind) {

  /** The product, ready to run. */
  ProductCall call(KeptFactor kept, FormulaRows rows) {
    List<Tile> tiles = Tile.divide(engine.parts(), shape);
    return new ProductCall(
        engine.workers(),
        b,
        c,
        steps(tiles, Optional.empty(), rows),
        shape.isWorthKeeping() && !add
            ? Optional.of(() -> steps(tiles, Optional.of(kept), rows))
            : Optional.empty());
  }

  private ProductSteps[] steps(List<Tile> tiles, Optional<RightFactor> right, FormulaRows rows) {
    ProductSteps[] parts = new ProductSteps[tiles.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new ProductSteps(engine, i);
      multiply(parts[i], tiles.get(i), right);
      finish(parts[i], tiles.get(i), rows);
    }
    return parts;
  }

  private void multiply(ProductSteps steps, Tile tile, Optional<RightFactor> right) {
    Matrix left = a.block(tile.row(), tile.rows(), 0, shape.k());
    Matrix columns = b.block(0, shape.k(), tile.column(), tile.columns());
    Matrix result = c.block(tile.row(), tile.rows(), tile.column(), tile.columns());
    ProductShape part = shape.part(tile);
    boolean turned = shape.isTurned() && (precise() || shape.transA());
    try (PackedFactor packed = new PackedFactor(engine)) {
      boolean packs = precise() && (turned ? part.turned() : part).isPacked();
      RightFactor factor = right.orElse(packs ? packed : RightFactor.PLAIN);
      if (turned) {
        steps.multiplyTurned(left, columns, result, add, shape.piece(), factor);
      } else {
        Ending ending = behind.ending(shape.n()).columns(tile.column(), tile.columns());
        steps.multiply(left, columns, result, add, ending, shape.piece(), factor);
      }
    }
  }

  /** Units for less precision copy both factors as they like them, whatever we do. */
  private boolean precise() {
    return engine.precision() == Precision.FLOAT32;
  }

  private void finish(ProductSteps steps, Tile tile, FormulaRows rows) {
    NativeBuffer whole = new NativeBuffer(c.memory(), c.at(), c.rows() * c.columns());
    Buffer[] operands = behind.operands(whole);
    int part = steps.part();
    int toColumn = tile.column() + tile.columns();
    int toRow = tile.row() + tile.rows();
    behind
        .rest()
        .ifPresent(
            f ->
                steps.add(
                    () ->
                        rows.block(
                            part,
                            f,
                            shape.n(),
                            tile.column(),
                            toColumn,
                            tile.row(),
                            toRow,
                            whole,
                            operands)));
  }
}
