package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Recurrent.Operand;
import org.synapt.processor.op.Step;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/** Recurrent layers, their gradients and single steps, as calls of their kernels. */
final class SequenceCalls {
  private static final CodeBlock NONE = CodeBlock.of("none()");

  /** What forward and gradient read, in the order of the kernel. */
  private static final List<Operand> READ =
      List.of(
          Operand.X,
          Operand.KERNEL,
          Operand.RECURRENT_KERNEL,
          Operand.BIAS,
          Operand.MASK,
          Operand.RECURRENT_MASK);

  private static final List<Operand> STATES = List.of(Operand.HIDDEN, Operand.CELL, Operand.SAVED);

  private static final List<Operand> ASKED =
      List.of(
          Operand.X,
          Operand.KERNEL,
          Operand.RECURRENT_KERNEL,
          Operand.BIAS,
          Operand.HIDDEN,
          Operand.CELL);

  private final PassNames names;

  SequenceCalls(PassNames names) {
    this.names = names;
  }

  /** The calls of an equation; none if it is not about sequences. */
  List<CodeBlock> of(Equation e) {
    if (e.op() instanceof Recurrent op) {
      return List.of(forward(e, op));
    } else if (e.op() instanceof Recurrent.Gradient op) {
      return List.of(gradient(e, op));
    } else if (e.op() instanceof Step step) {
      return List.of(step(e, step));
    } else if (e.op() instanceof Step.Gradient step) {
      return List.of(fill(e.result()), into(e, step));
    }
    return List.of();
  }

  private CodeBlock forward(Equation e, Recurrent op) {
    Calling call = call("forward", op, e.operand(0));
    READ.forEach(it -> call.with(orNone(op.operand(it, e.operands()))));
    STATES.forEach(it -> call.with(orNone(op.operand(it, e.operands()))));
    return call.with(e.result()).build();
  }

  private CodeBlock gradient(Equation e, Recurrent.Gradient op) {
    Calling call = call("gradient", op.of(), e.operand(0));
    READ.forEach(it -> call.with(orNone(op.operand(it, e.operands()))));
    call.with(orNone(op.operand(Operand.SAVED, e.operands()))).with(op.dy(e.operands()));
    ASKED.forEach(it -> call.with(orNone(op.written(it, e.operands(), e.result()))));
    return call.build();
  }

  private Calling call(String method, Recurrent op, Value x) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel("Recurrent"), method))
        .with(names.recurrence(op, x.shape()))
        .with("batch");
  }

  private CodeBlock orNone(Optional<Value> value) {
    return value.map(names::of).orElse(NONE);
  }

  private CodeBlock step(Equation e, Step step) {
    Shape x = e.operand(0).shape();
    Count columns = x.count(1, x.rank());
    return copy(columns)
        .with(e.operand(0))
        .with(at(step.index(), x.extent(0), columns), Numbers.whole(x.count()))
        .with(e.result())
        .with("0", Numbers.whole(columns))
        .build();
  }

  private CodeBlock into(Equation e, Step.Gradient step) {
    Shape x = e.result().shape();
    Count columns = x.count(1, x.rank());
    return copy(columns)
        .with(e.operand(0))
        .with("0", Numbers.whole(columns))
        .with(e.result())
        .with(at(step.index(), x.extent(0), columns), Numbers.whole(x.count()))
        .build();
  }

  private Calling copy(Count columns) {
    return new Calling(names, CodeBlock.of("$L.columns", names.kernel("Copy")))
        .with("batch", Numbers.whole(columns));
  }

  private CodeBlock fill(Value value) {
    return new Calling(names, CodeBlock.of("fill"))
        .with(value)
        .with(Numbers.times(true, value.shape().count()), "0")
        .build();
  }

  /** Where a step begins: {@code 640}, {@code (any - 1) * 64}. */
  private static String at(int index, int steps, Count columns) {
    if (index >= 0 || steps >= 0) {
      long step = index >= 0 ? index : steps + index;
      return step == 0 ? "0" : Numbers.whole(Count.of(step).times(columns));
    }
    String before = "(" + Shape.text(steps) + " - " + -index + ")";
    return Numbers.times(before, columns);
  }
}
