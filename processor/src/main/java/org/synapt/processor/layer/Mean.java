package org.synapt.processor.layer;

import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Filled;
import org.synapt.processor.shape.Count;

/** y = sum / n, where n is a number of the compiler's or one that each batch decides. */
final class Mean {
  private static final Elementwise OF_ANY = Elementwise.of("sum / count", "sum", "count");

  private Mean() {}

  /** Divides a sum by how many were added. */
  static Value of(String name, Value sum, Count n, Lowering lowering) {
    if (n.isNumber()) {
      return lowering.emit(name, Elementwise.of("sum / " + n.coefficient(), "sum"), sum);
    }
    Value count = lowering.emit("count", new Filled(sum.shape(), n));
    return lowering.emit(name, OF_ANY, sum, count);
  }
}
