package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import org.synapt.processor.graph.Value;

/**
 * An array that a method takes.
 *
 * @param value the value that it holds, for each example
 * @param label what messages call it
 * @param name its name in Java
 * @param at the name of the argument that says where the first example begins
 */
record Argument(Value value, String label, String name, String at) {

  long floats() {
    return value.shape().size();
  }

  void declare(MethodSpec.Builder method) {
    method
        .addParameter(ArrayTypeName.of(TypeName.FLOAT), name)
        .addJavadoc("@param $L $L\n", name, value.type());
  }

  void declareWithPosition(MethodSpec.Builder method, String access) {
    method
        .addParameter(ArrayTypeName.of(TypeName.FLOAT), name)
        .addParameter(TypeName.INT, at)
        .addJavadoc("@param $L $L, $L\n", name, value.type(), access)
        .addJavadoc("@param $L where the first example begins\n", at);
  }

  /** {@code put("pixels", pass.pixels, batch, 784, pixels, pixelsAt + done * 784)}. */
  CodeBlock move(String method, Identifiers fields, boolean inTurns) {
    CodeBlock position =
        inTurns ? CodeBlock.of("$L + $L", at, Numbers.times("done", floats())) : CodeBlock.of("0");
    return CodeBlock.of(
        "$L($S, pass.$L,$W$L, $L, $L,$W$L)",
        method,
        label,
        fields.of(value.name()),
        inTurns ? "batch" : "examples",
        Numbers.whole(floats()),
        name,
        position);
  }
}
