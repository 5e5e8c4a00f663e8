package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Count;

/**
 * An array that a method takes.
 *
 * @param value the value that it holds, for each example
 * @param label what messages call it
 * @param name its name in Java
 * @param at the name of the argument that says where the first example begins
 */
record Argument(Value value, String label, String name, String at) {

  Count floats() {
    return value.shape().count();
  }

  /** The row that it feeds or is the target of. */
  String row() {
    return label.replace(".target", "");
  }

  void declare(MethodSpec.Builder method) {
    declare(method, ArrayTypeName.of(TypeName.FLOAT), "");
  }

  /** With what is done to it, {@code ", read"}. */
  void declare(MethodSpec.Builder method, TypeName type, String access) {
    method.addParameter(type, name).addJavadoc("@param $L $L$L\n", name, value.type(), access);
  }

  void declareWithPosition(MethodSpec.Builder method, String access) {
    method
        .addParameter(ArrayTypeName.of(TypeName.FLOAT), name)
        .addParameter(TypeName.INT, at)
        .addJavadoc("@param $L $L, $L\n", name, value.type(), access)
        .addJavadoc("@param $L where the first example begins\n", at);
  }

  /** {@code put("pixels", pass.pixels, batch, 784, pixels, pixelsAt + done * 784)}. */
  CodeBlock moveFromPosition(String method, Identifiers fields) {
    return move(method, fields, "batch", at + " + " + Numbers.times("done", floats()));
  }

  /** {@code put("pixels", pass.pixels, batch, 784, pixels, done * 784)}. */
  CodeBlock moveInTurns(String method, Identifiers fields) {
    return move(method, fields, "batch", Numbers.times("done", floats()));
  }

  /** {@code put("pixels", pass.pixels, examples, 784, pixels, 0)}. */
  CodeBlock moveAll(String method, Identifiers fields) {
    return move(method, fields, "examples", "0");
  }

  private CodeBlock move(String method, Identifiers fields, String count, String position) {
    return CodeBlock.of(
        "$L($S, pass.$L,$W$L, $L, $L,$W$L)",
        method,
        label,
        fields.of(value.name()),
        count,
        Numbers.whole(floats()),
        name,
        position);
  }
}
