package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Accumulate;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Gather;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.op.SumOverBatch;

/** A share that is only added to a sum is added where the sum lies. */
final class JoinSum implements Fusion.Rule {

  @Override
  public Optional<Equation> join(Equation first, Equation second, Fusion.Context context) {
    boolean kernelAdds =
        first.op() instanceof MatMul
            || first.op() instanceof Convolution
            || first.op() instanceof SumOverBatch
            || first.op() instanceof Gather.Gradient
            || first.op() instanceof Penalty.Gradient;
    if (!kernelAdds || !second.op().equals(Elementwise.SUM)) {
      return Optional.empty();
    }
    Value sum = second.operand(0).equals(first.result()) ? second.operand(1) : second.operand(0);
    if (!context.endsWith(sum, second.result()) || first.operands().contains(sum)) {
      return Optional.empty();
    }
    List<Value> operands = new ArrayList<>(List.of(sum));
    operands.addAll(first.operands());
    return Optional.of(
        new Equation(second.row(), second.result(), new Accumulate(first.op()), operands));
  }
}
