package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Accumulate;
import org.synapt.processor.op.Gather;

/**
 * Rows of tables as calls of their kernel. Of a table that is trained, a pass says before which
 * rows it reads, and to the gradients of which it adds.
 */
final class GatherCalls {
  private final PassNames names;

  GatherCalls(PassNames names) {
    this.names = names;
  }

  Optional<CodeBlock> of(Equation e) {
    if (e.op() instanceof Gather) {
      return Optional.of(rows(e, e.operand(0), e.operand(1)));
    } else if (e.op() instanceof Gather.Gradient) {
      return Optional.of(add(e, e.operand(0), e.operand(1), "newGradient"));
    } else if (e.op() instanceof Accumulate sum && sum.op() instanceof Gather.Gradient) {
      return Optional.of(add(e, e.operand(1), e.operand(2), "gradient"));
    }
    return Optional.empty();
  }

  private CodeBlock rows(Equation e, Value table, Value ids) {
    return call("rows", ids, table)
        .with(names.isTrained(table) ? ofTable(table, "rows", ids) : names.of(table))
        .with(ids)
        .with(e.result())
        .build();
  }

  private CodeBlock add(Equation e, Value ids, Value dy, String gradient) {
    return call("addRows", ids, e.result())
        .with(ids)
        .with(dy)
        .with(ofTable(e.result(), gradient, ids))
        .build();
  }

  /** {@code wordsEmbeddings.rows(batch * 80, tokens)}. */
  private CodeBlock ofTable(Value table, String method, Value ids) {
    CodeBlock door = CodeBlock.of("$L.$L", names.parameter(table), method);
    return new Calling(names, door)
        .with(Numbers.times(true, ids.shape().count()))
        .with(ids)
        .build();
  }

  private Calling call(String method, Value ids, Value table) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel("Gather"), method))
        .with(
            Numbers.times(true, ids.shape().count()),
            Numbers.whole(table.shape().extent(0)),
            Numbers.whole(table.shape().last()));
  }
}
