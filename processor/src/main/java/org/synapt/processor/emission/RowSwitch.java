package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.synapt.processor.graph.Value;
import org.synapt.processor.plan.Plan;

/** The method that runs one row and says where its value is. */
final class RowSwitch {
  private static final int MOST_CASES = 25;

  private final Plan plan;
  private final PassNames names;
  private final Map<String, String> methods;

  RowSwitch(Plan plan, PassNames names, Map<String, String> methods) {
    this.plan = plan;
    this.names = names;
    this.methods = methods;
  }

  List<MethodSpec> methods() {
    List<String> rows = new ArrayList<>(plan.graph().rows().keySet());
    List<MethodSpec> specs = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += MOST_CASES) {
      int to = Math.min(from + MOST_CASES, rows.size());
      specs.add(part(rows, from, to));
    }
    return specs;
  }

  private MethodSpec part(List<String> rows, int from, int to) {
    CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch (row)");
    for (int i = from; i < to; i++) {
      cases.add(oneCase(i, rows.get(i)));
    }
    cases.add("default:\n").indent();
    if (to < rows.size()) {
      cases.addStatement("return rowFrom$L(row, batch)", to);
    } else {
      cases.addStatement("throw new $T($S + row)", IndexOutOfBoundsException.class, "no row ");
    }
    cases.unindent().endControlFlow();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(from == 0 ? "row" : "rowFrom" + from)
            .returns(RuntimeNames.BUFFER)
            .addParameter(TypeName.INT, "row")
            .addParameter(TypeName.INT, "batch")
            .addCode(cases.build());
    if (from == 0) {
      method.addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    } else {
      method.addModifiers(Modifier.PRIVATE);
    }
    return method.build();
  }

  private CodeBlock oneCase(int number, String row) {
    Value value = Objects.requireNonNull(plan.graph().rows().get(row));
    CodeBlock.Builder code = CodeBlock.builder().add("case $L:\n", number).indent();
    if (methods.containsKey(row)) {
      code.addStatement("$L(batch)", methods.get(row));
    }
    return code.addStatement("return $L", names.of(value)).unindent().build();
  }
}
