package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.synapt.processor.graph.Equation;

/** One method for each row of a phase, and one that calls them in order. */
final class RowMethods {
  /** A method that calls more rows than this is split: HotSpot compiles no large methods. */
  private static final int MOST_CALLS = 25;

  private final KernelCalls calls;
  private final Identifiers methods;
  private final List<MethodSpec> specs = new ArrayList<>();

  RowMethods(KernelCalls calls, Identifiers methods) {
    this.calls = calls;
    this.methods = methods;
  }

  List<MethodSpec> specs() {
    return specs;
  }

  /** The methods of a phase, by row; a row in which nothing is computed has none. */
  Map<String, String> phase(List<Equation> equations, String suffix) {
    Map<String, List<Equation>> byRow = new LinkedHashMap<>();
    for (Equation equation : equations) {
      byRow.computeIfAbsent(equation.row(), row -> new ArrayList<>()).add(equation);
    }
    Map<String, String> names = new LinkedHashMap<>();
    byRow.forEach((row, own) -> add(row, own, suffix, names));
    return names;
  }

  private void add(String row, List<Equation> own, String suffix, Map<String, String> names) {
    List<CodeBlock> statements = own.stream().flatMap(e -> calls.of(e).stream()).toList();
    if (statements.isEmpty()) {
      return;
    }
    String name = methods.of(row + suffix);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(TypeName.INT, "batch");
    if (suffix.isEmpty()) {
      method.addJavadoc("$L", RowText.of(own));
    }
    statements.forEach(method::addStatement);
    specs.add(method.build());
    names.put(row, name);
  }

  /** A method of the runtime's pass that calls the rows of a phase. */
  List<MethodSpec> calling(String name, Modifier access, Iterable<String> rows) {
    List<List<String>> parts = new ArrayList<>();
    for (String row : rows) {
      if (parts.isEmpty() || parts.get(parts.size() - 1).size() == MOST_CALLS) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(row);
    }
    List<MethodSpec> methodSpecs = new ArrayList<>();
    MethodSpec.Builder method =
        batchMethod(name).addAnnotation(Override.class).addModifiers(access);
    if (parts.size() <= 1) {
      parts.forEach(part -> call(method, part));
      methodSpecs.add(method.build());
    } else {
      split(name, parts, method, methodSpecs);
    }
    return methodSpecs;
  }

  private void split(
      String name, List<List<String>> parts, MethodSpec.Builder method, List<MethodSpec> all) {
    List<MethodSpec> partSpecs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = methods.of(name + ".part." + (i + 1));
      method.addStatement("$L(batch)", part);
      MethodSpec.Builder spec = batchMethod(part).addModifiers(Modifier.PRIVATE);
      call(spec, parts.get(i));
      partSpecs.add(spec.build());
    }
    all.add(method.build());
    all.addAll(partSpecs);
  }

  private static void call(MethodSpec.Builder method, List<String> rows) {
    rows.forEach(row -> method.addStatement("$L(batch)", row));
  }

  private static MethodSpec.Builder batchMethod(String name) {
    return MethodSpec.methodBuilder(name).addParameter(TypeName.INT, "batch");
  }
}
