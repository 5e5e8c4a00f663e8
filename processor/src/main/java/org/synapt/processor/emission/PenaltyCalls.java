package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Accumulate;
import org.synapt.processor.op.Penalty;

/** Penalties and their gradients as calls of their kernel. */
final class PenaltyCalls {
  private final PassNames names;

  PenaltyCalls(PassNames names) {
    this.names = names;
  }

  Optional<CodeBlock> of(Equation e) {
    if (e.op() instanceof Penalty penalty) {
      return Optional.of(call("sum", penalty, e.operand(0), e.result()));
    }
    if (e.op() instanceof Penalty.Gradient gradient) {
      return Optional.of(call("gradient", gradient.penalty(), e.operand(0), e.result()));
    }
    return e.op() instanceof Accumulate sum && sum.op() instanceof Penalty.Gradient gradient
        ? Optional.of(call("gradientAdd", gradient.penalty(), e.operand(1), e.result()))
        : Optional.empty();
  }

  private CodeBlock call(String method, Penalty penalty, Value x, Value result) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel("Penalty"), method))
        .with(Numbers.times(x.batched(), x.shape().count()))
        .with(strength(penalty.l1(), x), strength(penalty.l2(), x))
        .with(x)
        .with(result)
        .build();
  }

  /** What is of every example counts for the mean one. */
  private static String strength(double number, Value x) {
    return Numbers.decimal(number) + (x.batched() && number != 0 ? " / batch" : "");
  }
}
