package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.shape.Shape;

/** Lays all axes in one: {@code x [b, a, c, …] → y [b, a · c · …]}. A vector stays as it is. */
final class FlattenLayer implements Layer {

  @Override
  public String annotation() {
    return "Flatten";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    return Optional.of(flat(use.shape(0)));
  }

  private static Shape flat(Shape x) {
    return x.rank() == 1 ? x : Shape.of((int) x.size());
  }

  @Override
  public boolean takesSymbols(Use use) {
    return use.shape(0).rank() == 1;
  }

  @Override
  public String describe(Mention layer) {
    return "flatten";
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    return x.shape().rank() == 1 ? x : lowering.emit("flat", new Reshape(flat(x.shape())), x);
  }
}
