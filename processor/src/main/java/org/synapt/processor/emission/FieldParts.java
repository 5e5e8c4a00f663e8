package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Fields that are set where they stand or, where a constructor would grow too long, in several
 * methods that it calls.
 */
final class FieldParts {
  private static final int MOST = 100;

  private final List<FieldSpec> fields;

  FieldParts(List<FieldSpec> fields) {
    this.fields = fields;
  }

  void addTo(TypeSpec.Builder type, MethodSpec.Builder constructor) {
    if (fields.size() <= MOST) {
      type.addFields(fields);
      return;
    }
    for (int from = 0; from < fields.size(); from += MOST) {
      List<FieldSpec> part = fields.subList(from, Math.min(from + MOST, fields.size()));
      String name = "fieldsFrom" + from;
      MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
      for (FieldSpec field : part) {
        type.addField(FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE).build());
        method.addStatement("$L = $L", field.name(), value(field));
      }
      type.addMethod(method.build());
      constructor.addStatement("$L()", name);
    }
  }

  /** An array's elements alone are a value only where the array is declared. */
  private static CodeBlock value(FieldSpec field) {
    return field.type() instanceof ArrayTypeName
        ? CodeBlock.of("new $T $L", field.type(), field.initializer())
        : field.initializer();
  }
}
