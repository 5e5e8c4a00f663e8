package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.FirstRows;
import org.synapt.processor.shape.Shape;

/** The first rows of a parameter as calls of kernels, and of what a pass has for numbers. */
final class PositionCalls {
  private final PassNames names;

  PositionCalls(PassNames names) {
    this.names = names;
  }

  /** The calls of an equation; none if it is another. */
  List<CodeBlock> of(Equation e) {
    if (e.op() instanceof FirstRows op) {
      return rows(e, op);
    }
    return e.op() instanceof FirstRows.Gradient ? gradient(e) : List.of();
  }

  private List<CodeBlock> rows(Equation e, FirstRows op) {
    List<CodeBlock> calls = new ArrayList<>();
    if (op.rows() < 0) {
      calls.add(
          CodeBlock.of(
              "requireAtMost($S,$W$L,$W$L)",
              e.operand(0).name(),
              Numbers.whole(e.operand(0).shape().extent(0)),
              Numbers.whole(op.rows())));
    }
    calls.add(copy(e.operand(0), e.result(), e.result().shape()));
    return calls;
  }

  private List<CodeBlock> gradient(Equation e) {
    Value dx = e.result();
    CodeBlock clear =
        new Calling(names, CodeBlock.of("fill"))
            .with(dx)
            .with(Numbers.whole(dx.shape().count()), "0")
            .build();
    return List.of(clear, copy(e.operand(0), dx, e.operand(0).shape()));
  }

  /** Copies what is of a shape from the beginning of one value to that of another. */
  private CodeBlock copy(Value from, Value to, Shape shape) {
    String floats = Numbers.whole(shape.count());
    return new Calling(names, CodeBlock.of("$L.columns", names.kernel("Copy")))
        .with("1", floats)
        .with(from)
        .with("0", Numbers.whole(from.shape().count()))
        .with(to)
        .with("0", Numbers.whole(to.shape().count()))
        .build();
  }
}
