package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Count;

/**
 * A call of a kernel, argument by argument.
 *
 * <p>Where the values have steps that count as examples, {@code batch} in an argument becomes
 * {@code batch * 10}.
 */
final class Calling {
  private static final Pattern BATCH = Pattern.compile("^batch\\b");

  private final PassNames names;
  private final CodeBlock method;
  private final List<Object> arguments = new ArrayList<>();
  private Count folded = Count.of(1);

  Calling(PassNames names, CodeBlock method) {
    this.names = names;
    this.method = method;
  }

  Calling with(String... texts) {
    arguments.addAll(Arrays.asList(texts));
    return this;
  }

  Calling with(CodeBlock argument) {
    arguments.add(argument);
    return this;
  }

  Calling with(Value value) {
    if (value.batched()) {
      folded = value.folded().count();
    }
    arguments.add(names.of(value));
    return this;
  }

  Calling with(List<Value> values) {
    values.forEach(this::with);
    return this;
  }

  CodeBlock build() {
    List<CodeBlock> written = arguments.stream().map(this::written).toList();
    return CodeBlock.of("$L($L)", method, CodeBlock.join(written, ",$W"));
  }

  private CodeBlock written(Object argument) {
    if (argument instanceof CodeBlock code) {
      return code;
    }
    String text = argument.toString();
    return CodeBlock.of(
        "$L",
        folded.isOne() ? text : BATCH.matcher(text).replaceFirst(Numbers.times(true, folded)));
  }
}
