package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.op.AlphaMask;
import org.synapt.processor.op.RandomMask;
import org.synapt.processor.op.RandomNormal;

/** What is drawn anew in each step, as calls of its kernels. */
final class RandomCalls {
  private final PassNames names;

  RandomCalls(PassNames names) {
    this.names = names;
  }

  Optional<CodeBlock> of(Equation e) {
    if (e.op() instanceof RandomMask mask) {
      return Optional.of(
          call("RandomMask", "fill", e)
              .with(rate(mask.rate()), key(mask.stream()))
              .with(e.result())
              .build());
    } else if (e.op() instanceof AlphaMask mask) {
      return Optional.of(
          call("RandomMask", "fillAlpha", e)
              .with(rate(mask.rate()), key(mask.stream()))
              .with(e.result())
              .with(e.operand(0))
              .build());
    } else if (e.op() instanceof RandomNormal normal) {
      return Optional.of(
          call("RandomNormal", "fill", e)
              .with(Numbers.decimal(normal.mean()), rate(normal.deviation()), key(normal.stream()))
              .with(e.result())
              .build());
    }
    return Optional.empty();
  }

  private Calling call(String kernel, String method, Equation e) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel(kernel), method))
        .with(Numbers.times(true, e.result().shape().count()));
  }

  private static String rate(float rate) {
    return "rate(" + Numbers.decimal(rate) + ")";
  }

  private static String key(int stream) {
    return "key(" + stream + ")";
  }
}
