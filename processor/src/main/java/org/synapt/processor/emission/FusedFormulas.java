package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.JavaText;
import org.synapt.processor.op.Elementwise;

/** Elementwise formulas, each written once and used by every row that needs it. */
final class FusedFormulas {
  /** The class that holds them. */
  static final String CLASS = "Fused";

  private static final int LONGEST_STRING = 70;
  private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);
  private static final ClassName MATH = ClassName.get(Math.class);

  /** Stands for the runtime's functions until JavaPoet knows how to call their class. */
  private static final String MARK = "@";

  private static final Pattern CALL = Pattern.compile("(" + MARK + "|\\bMath)\\.");

  /** What the loop calls its own, which no variable of a formula may be called. */
  private static final List<String> TAKEN =
      List.of("Functions", "Math", "j", "n", "operands", "result");

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

  /** The constant of a formula of a product and at most one vector. */
  CodeBlock epilogue(Elementwise epilogue) {
    List<String> variables = epilogue.variables();
    return constant(
        epilogue.expression(), variables.subList(0, 1), variables.subList(1, variables.size()));
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
                "$L, $L, $L", quoted(key.expression), key.values.size(), names(key))
            .superclass(RuntimeNames.FORMULA)
            .addMethod(apply(key))
            .build();
    return FieldSpec.builder(RuntimeNames.FORMULA, name, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("{@code $L}.\n", key.expression)
        .initializer("$L", formula)
        .build();
  }

  /** The formula as a string, or the sum of several where it is long. */
  private static CodeBlock quoted(Expression expression) {
    List<CodeBlock> pieces = new ArrayList<>();
    String rest = expression.toString();
    while (rest.length() > LONGEST_STRING) {
      int blank = rest.lastIndexOf(' ', LONGEST_STRING) + 1;
      int end = blank == 0 ? LONGEST_STRING : blank;
      pieces.add(CodeBlock.of("$S", rest.substring(0, end)));
      rest = rest.substring(end);
    }
    pieces.add(CodeBlock.of("$S", rest));
    return CodeBlock.join(pieces, "\n        + ");
  }

  private static CodeBlock names(Key key) {
    return Stream.concat(key.values.stream(), key.vectors.stream())
        .map(name -> CodeBlock.of("$S", name))
        .collect(CodeBlock.joining(", "));
  }

  private static MethodSpec apply(Key key) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("apply")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(TypeName.INT, "n")
            .addParameter(FLOATS, "result")
            .addParameter(ArrayTypeName.of(FLOATS), "operands");
    NameAllocator locals = new NameAllocator();
    TAKEN.forEach(locals::newName);
    List<String> operands = new ArrayList<>(key.values);
    operands.addAll(key.vectors);
    for (int i = 0; i < operands.size(); i++) {
      String variable = operands.get(i);
      if (key.expression.variables().contains(variable)) {
        method.addStatement("float[] $L = operands[$L]", locals.newName(variable, variable), i);
      }
    }
    return method.addCode(loop(key.expression, locals)).build();
  }

  private static CodeBlock loop(Expression expression, NameAllocator locals) {
    JavaText text =
        JavaText.statements(
            List.of(expression),
            Set.copyOf(TAKEN),
            variable -> locals.get(variable) + "[j]",
            function -> MARK + "." + function);
    CodeBlock.Builder loop = CodeBlock.builder().beginControlFlow("for (int j = 0; j < n; j++)");
    text.locals().forEach(local -> loop.add(withTypes(local)).add("\n"));
    return loop.add("result[j] = ")
        .add(withTypes(text.result()))
        .add(";\n")
        .endControlFlow()
        .build();
  }

  /** The text with every type that it calls, so that no other of the same name takes its place. */
  private static CodeBlock withTypes(String text) {
    CodeBlock.Builder code = CodeBlock.builder();
    Matcher call = CALL.matcher(text);
    int from = 0;
    while (call.find()) {
      ClassName type = call.group(1).equals(MARK) ? RuntimeNames.FUNCTIONS : MATH;
      code.add("$L", text.substring(from, call.start())).add("$T.", type);
      from = call.end();
    }
    return code.add("$L", text.substring(from)).build();
  }
}
