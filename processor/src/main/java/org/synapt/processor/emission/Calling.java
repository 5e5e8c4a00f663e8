package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.graph.Value;

/** A call of a kernel, argument by argument. */
final class Calling {
  private final PassNames names;
  private final CodeBlock method;
  private final List<CodeBlock> arguments = new ArrayList<>();

  Calling(PassNames names, CodeBlock method) {
    this.names = names;
    this.method = method;
  }

  Calling with(String... texts) {
    for (String text : texts) {
      arguments.add(CodeBlock.of("$L", text));
    }
    return this;
  }

  Calling with(CodeBlock argument) {
    arguments.add(argument);
    return this;
  }

  Calling with(Value value) {
    arguments.add(names.of(value));
    return this;
  }

  Calling with(List<Value> values) {
    values.forEach(this::with);
    return this;
  }

  CodeBlock build() {
    return CodeBlock.of("$L($L)", method, CodeBlock.join(arguments, ",$W"));
  }
}
