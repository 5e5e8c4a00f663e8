package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/** What the network takes and gives, for the runtime. */
final class SignatureField {
  private SignatureField() {}

  static FieldSpec of(Model model) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($S)", RuntimeNames.SIGNATURE, model.declaration().name())
            .indent()
            .indent();
    Set<String> counted = new HashSet<>();
    for (Entry entry : model.entries()) {
      code.add("\n").add(entry.input() ? input(entry) : row(entry, counted.add(entry.owner())));
    }
    model.outputs().forEach(output -> code.add("\n").add(output(output)));
    return FieldSpec.builder(RuntimeNames.SIGNATURE, "SIGNATURE")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(code.add("\n.build()").unindent().unindent().build())
        .build();
  }

  private static CodeBlock input(Entry entry) {
    return CodeBlock.of(".input($S, $L)", entry.name(), Numbers.list(entry.shape()));
  }

  /** A shared layer's parameters count where it is applied first. */
  private static CodeBlock row(Entry entry, boolean first) {
    List<CodeBlock> operands =
        entry.operands().stream().map(operand -> CodeBlock.of("$S", operand)).toList();
    return CodeBlock.of(
        ".row($S, $S,$W/* parameters= */ $L,$W$L,$W$L)",
        entry.name(),
        entry.layer().name(),
        Numbers.whole(first ? Table.parameters(entry) : 0),
        Numbers.array(entry.shape()),
        CodeBlock.join(operands, ",$W"));
  }

  private static CodeBlock output(OutputEntry output) {
    return CodeBlock.of(
        ".output($S, $S,$W/* weight= */ $L,$W$L,$W/* target= */ $L,$W$S)$L",
        output.name(),
        Losses.kerasName(output.output()),
        Numbers.decimal(output.output().decimal("weight")),
        Numbers.array(output.shape()),
        Numbers.array(output.targetShape()),
        output.output().text("target"),
        output.output().flag("fromLogits") ? ".logits()" : "");
  }
}
