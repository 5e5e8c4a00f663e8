package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;
import org.synapt.processor.model.WholeNumbers;

/** What the network takes and gives, for the runtime. */
final class SignatureField {
  private static final ClassName BUILDER = RuntimeNames.SIGNATURE.nestedClass("Builder");

  /** Longer chains of calls overflow the stack of javac. */
  private static final int LONGEST_CHAIN = 50;

  private final Model model;
  private final List<CodeBlock> calls = new ArrayList<>();

  /**
   * The field of a network.
   *
   * @param losses those of its outputs, in their order
   */
  SignatureField(Model model, List<LossValue> losses) {
    this.model = model;
    Set<String> counted = new HashSet<>();
    for (Entry entry : model.entries()) {
      calls.add(entry.input() ? input(entry) : row(entry, counted.add(entry.owner())));
    }
    for (int i = 0; i < losses.size(); i++) {
      calls.add(output(model.outputs().get(i), losses.get(i)));
    }
  }

  void addTo(TypeSpec.Builder type) {
    FieldSpec.Builder field =
        FieldSpec.builder(RuntimeNames.SIGNATURE, "SIGNATURE")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    if (calls.size() <= LONGEST_CHAIN) {
      type.addField(field.initializer(chain()).build());
    } else {
      type.addField(field.initializer("rows()").build());
      addMethods(type);
    }
  }

  private CodeBlock chain() {
    CodeBlock.Builder chain = CodeBlock.builder().add(start()).indent().indent();
    calls.forEach(call -> chain.add("\n").add(call));
    return chain.add("\n.build()").unindent().unindent().build();
  }

  private CodeBlock start() {
    return CodeBlock.of(
        "$T.of($S).flops(FLOPS)", RuntimeNames.SIGNATURE, model.declaration().name());
  }

  private void addMethods(TypeSpec.Builder type) {
    MethodSpec.Builder whole =
        MethodSpec.methodBuilder("rows")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeNames.SIGNATURE)
            .addStatement("$T signature = $L", BUILDER, start());
    List<MethodSpec> parts = new ArrayList<>();
    for (int from = 0; from < calls.size(); from += LONGEST_CHAIN) {
      MethodSpec.Builder part =
          MethodSpec.methodBuilder("rowsFrom" + from)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(BUILDER, "signature");
      calls
          .subList(from, Math.min(from + LONGEST_CHAIN, calls.size()))
          .forEach(call -> part.addStatement("signature$L", call));
      parts.add(part.build());
      whole.addStatement("rowsFrom$L(signature)", from);
    }
    type.addMethod(whole.addStatement("return signature.build()").build()).addMethods(parts);
  }

  private CodeBlock input(Entry entry) {
    CodeBlock input = CodeBlock.of(".input($S, $L)", entry.name(), Numbers.list(entry.shape()));
    OptionalInt below = WholeNumbers.below(entry, model);
    return below.isPresent()
        ? CodeBlock.of("$L.below($L)", input, Numbers.whole(below.getAsInt()))
        : input;
  }

  /** A shared layer's parameters count where it is applied first. */
  private static CodeBlock row(Entry entry, boolean first) {
    List<CodeBlock> operands =
        entry.operands().stream().map(operand -> CodeBlock.of("$S", operand)).toList();
    return CodeBlock.of(
        ".row($S, $S,$W/* parameters= */ $L,$W$L,$W$L).text($S)",
        entry.name(),
        entry.layer().name(),
        Numbers.whole(first ? Table.parameters(entry) : 0),
        Numbers.array(entry.shape()),
        CodeBlock.join(operands, ",$W"),
        entry.describe());
  }

  private static CodeBlock output(OutputEntry output, LossValue loss) {
    return CodeBlock.of(
        ".output($S, $S,$W/* weight= */ $L,$W$L,$W/* target= */ $L,$W$S)$L$L",
        output.name(),
        Losses.kerasName(output.output()),
        Numbers.decimal(output.output().decimal("weight")),
        Numbers.array(output.shape()),
        Numbers.array(output.targetShape()),
        output.output().text("target"),
        output.output().flag("fromLogits") ? ".logits()" : "",
        loss.mask().isPresent() ? ".masked()" : "");
  }
}
