package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Affine;
import org.synapt.processor.op.BatchNormalization;
import org.synapt.processor.op.LayerNormalization;

/** Normalizations and their gradients as calls of their kernels. */
final class NormalizationCalls {
  private static final CodeBlock NONE = CodeBlock.of("none()");

  private final PassNames names;

  NormalizationCalls(PassNames names) {
    this.names = names;
  }

  Optional<CodeBlock> of(Equation e) {
    if (e.op() instanceof BatchNormalization op) {
      return Optional.of(ofBatch(e, op));
    } else if (e.op() instanceof BatchNormalization.Gradient op) {
      Calling call = call("BatchNormalization", "gradient", e).with("training()");
      return Optional.of(gradient(call, e, op.scale(), op.asked()));
    } else if (e.op() instanceof LayerNormalization op) {
      return Optional.of(ofRows(e, op));
    } else if (e.op() instanceof LayerNormalization.Gradient op) {
      Calling call = call("LayerNormalization", "gradient", e);
      return Optional.of(gradient(call, e, op.scale(), op.asked()));
    }
    return Optional.empty();
  }

  private CodeBlock ofBatch(Equation e, BatchNormalization op) {
    return call("BatchNormalization", "forward", e)
        .with("training()", Numbers.decimal(op.momentum()), Numbers.decimal(op.epsilon()))
        .with(e.operand(0))
        .with(orNone(op.affine().gamma(e.operands())))
        .with(orNone(op.affine().beta(e.operands())))
        .with(e.operands().subList(1, 4))
        .with(e.result())
        .build();
  }

  private CodeBlock ofRows(Equation e, LayerNormalization op) {
    return call("LayerNormalization", "forward", e)
        .with(Numbers.decimal(op.epsilon()))
        .with(e.operand(0))
        .with(orNone(op.affine().gamma(e.operands())))
        .with(orNone(op.affine().beta(e.operands())))
        .with(op.training() ? names.of(e.operand(1)) : NONE)
        .with(e.result())
        .build();
  }

  /** Of dy, x, what was saved, γ if there is one, and room for dγ and dβ. */
  private CodeBlock gradient(Calling call, Equation e, boolean scale, Affine asked) {
    List<Value> operands = e.operands();
    return call.with(operands.get(1))
        .with(scale ? names.of(operands.get(3)) : NONE)
        .with(operands.get(2))
        .with(operands.get(0))
        .with(orNone(asked.gamma(operands)))
        .with(orNone(asked.beta(operands)))
        .with(e.result())
        .build();
  }

  private CodeBlock orNone(Optional<Value> value) {
    return value.map(names::of).orElse(NONE);
  }

  private Calling call(String kernel, String method, Equation e) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel(kernel), method))
        .with(
            Numbers.times(true, e.result().shape().withoutLast().count()),
            Numbers.whole(e.result().shape().last()));
  }
}
