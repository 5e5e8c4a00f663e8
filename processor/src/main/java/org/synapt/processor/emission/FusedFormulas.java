package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.JavaText;

/** Elementwise formulas, each written once and used by every row that needs it. */
final class FusedFormulas {
  /** The class that holds them. */
  static final String CLASS = "Fused";

  private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);

  /** What makes two formulas the same loop. */
  private record Key(Expression expression, List<String> values, List<String> vectors) {}

  private final Map<Key, String> names = new LinkedHashMap<>();
  private final NameAllocator allocator = new NameAllocator();

  /** The constant of a formula: over values of the result's shape, and vectors that rows share. */
  CodeBlock constant(Expression expression, List<String> values, List<String> vectors) {
    String name =
        names.computeIfAbsent(
            new Key(expression, values, vectors),
            key -> allocator.newName(FormulaName.of(expression)));
    return CodeBlock.of("$L.$L", CLASS, name);
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(CLASS)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Elementwise formulas, each fused into one loop.\n");
    names.forEach((key, name) -> type.addField(field(key, name)));
    return type.build();
  }

  private static FieldSpec field(Key key, String name) {
    TypeSpec formula =
        TypeSpec.anonymousClassBuilder(
                "$S, $L, $L", key.expression.toString(), key.values.size(), key.vectors.size())
            .superclass(RuntimeNames.FORMULA)
            .addMethod(apply(key))
            .build();
    return FieldSpec.builder(RuntimeNames.FORMULA, name, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("{@code y = $L}.\n", key.expression)
        .initializer("$L", formula)
        .build();
  }

  private static MethodSpec apply(Key key) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("apply")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(TypeName.INT, "n")
            .addParameter(FLOATS, "y")
            .addParameter(ArrayTypeName.of(FLOATS), "x");
    NameAllocator locals = new NameAllocator();
    List.of("n", "y", "x", "j").forEach(locals::newName);
    List<String> operands = new ArrayList<>(key.values);
    operands.addAll(key.vectors);
    for (int i = 0; i < operands.size(); i++) {
      if (key.expression.variables().contains(operands.get(i))) {
        method.addStatement(
            "float[] $L = x[$L]", locals.newName(operands.get(i), operands.get(i)), i);
      }
    }
    return method.addCode(loop(key.expression, locals)).build();
  }

  private static CodeBlock loop(Expression expression, NameAllocator locals) {
    JavaText text =
        JavaText.statements(
            List.of(expression),
            Set.of("n", "y", "x", "j"),
            variable -> locals.get(variable) + "[j]",
            function -> "$T." + function);
    CodeBlock.Builder loop = CodeBlock.builder().beginControlFlow("for (int j = 0; j < n; j++)");
    text.locals().forEach(local -> loop.add(functions(local)).add("\n"));
    return loop.add("y[j] = ")
        .add(functions(text.result()))
        .add(";\n")
        .endControlFlow()
        .build();
  }

  /** The text with every {@code $T} naming the runtime's functions. */
  private static CodeBlock functions(String text) {
    int count = text.split("\\$T", -1).length - 1;
    Object[] functions = new Object[count];
    java.util.Arrays.fill(functions, RuntimeNames.FUNCTIONS);
    return CodeBlock.of(text, functions);
  }
}
