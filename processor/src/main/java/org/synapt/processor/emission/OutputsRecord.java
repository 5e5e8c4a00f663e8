package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/** What {@code predict} gives where there are several outputs. */
final class OutputsRecord {
  static final String CLASS = "Outputs";

  /** Methods of every object, as which no output may be called. */
  static final List<String> TAKEN = List.of("clone", "finalize");

  private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);

  private OutputsRecord() {}

  static TypeSpec of(Model model) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(CLASS)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The value of each output, for each example, one behind the other.\n");
    Identifiers names = new Identifiers(TAKEN);
    for (OutputEntry output : model.outputs()) {
      String name = names.of(output.name());
      type.addField(FieldSpec.builder(FLOATS, name, Modifier.PRIVATE, Modifier.FINAL).build());
      constructor.addParameter(FLOATS, name).addStatement("this.$L = $L", name, name);
      type.addMethod(
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PUBLIC)
              .addJavadoc(
                  "The value {@code $L}.\n\n@return $L\n", output.name(), output.shape().batched())
              .returns(FLOATS)
              .addStatement("return $L", name)
              .build());
    }
    return type.addMethod(constructor.build()).build();
  }
}
