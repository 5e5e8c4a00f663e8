package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.MaskedSoftmax;
import org.synapt.processor.shape.Shape;

/** What attention is made of, as calls of its kernels. */
final class AttentionCalls {
  private static final CodeBlock NONE = CodeBlock.of("none()");

  private final PassNames names;

  AttentionCalls(PassNames names) {
    this.names = names;
  }

  Optional<CodeBlock> of(Equation e) {
    if (e.op() instanceof BatchMatMul product) {
      return Optional.of(product(e, product));
    } else if (e.op() instanceof MaskedSoftmax softmax) {
      return Optional.of(weights("softmax", e, softmax, 1));
    } else if (e.op() instanceof MaskedSoftmax.Gradient gradient) {
      return Optional.of(weights("gradient", e, gradient.softmax(), 2));
    }
    return Optional.empty();
  }

  private CodeBlock product(Equation e, BatchMatMul product) {
    Shape a = e.operand(0).shape();
    Shape y = e.result().shape();
    String method = product.toString().replace("batchMult", "mult");
    return call("BatchMatMul", method)
        .with(
            Numbers.times(true, y.count(0, y.rank() - 2)),
            Numbers.whole(y.extent(y.rank() - 2)),
            Numbers.whole(a.extent(product.inner(a))),
            Numbers.whole(y.last()))
        .with(e.operands())
        .with(e.result())
        .build();
  }

  /** Of the operands some come first, which the masks follow. */
  private CodeBlock weights(String method, Equation e, MaskedSoftmax softmax, int first) {
    Shape y = e.result().shape();
    List<Value> operands = e.operands();
    return call("MaskedSoftmax", method)
        .with(
            "batch",
            Numbers.whole(y.count(0, y.rank() - 2)),
            Numbers.whole(y.extent(y.rank() - 2)),
            Numbers.whole(y.last()),
            (softmax.causal() ? "/* causal= */ true" : "/* causal= */ false"))
        .with(orNone(softmax.queryMask(operands, first)))
        .with(orNone(softmax.keyMask(operands, first)))
        .with(operands.subList(0, first))
        .with(e.result())
        .build();
  }

  private CodeBlock orNone(Optional<Value> value) {
    return value.map(names::of).orElse(NONE);
  }

  private Calling call(String kernel, String method) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel(kernel), method));
  }
}
