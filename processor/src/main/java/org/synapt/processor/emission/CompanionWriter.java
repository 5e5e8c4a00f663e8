package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class that says of a block's rows what class files do not. */
public final class CompanionWriter {
  private CompanionWriter() {}

  /**
   * Writes it.
   *
   * @param name its simple name
   * @param block the block's name, with those of the types around it
   * @param field the name of its one constant
   * @param rows the constant's text
   * @param surroundings what stands around the class
   */
  public static Source write(
      String packageName,
      String name,
      String block,
      String field,
      String rows,
      Surroundings surroundings) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc(
                "The rows of {@code @$L}, whose order and operands no class file keeps."
                    + " Generated: change the\nblock, not this file.\n",
                block)
            .addModifiers(Modifier.FINAL)
            .addField(
                FieldSpec.builder(String.class, field, Modifier.STATIC, Modifier.FINAL)
                    .initializer(literal(rows))
                    .build());
    return Source.of(ClassName.get(packageName, name), type, surroundings);
  }

  private static CodeBlock literal(String rows) {
    return rows.lines()
        .map(row -> CodeBlock.of("$S", row))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), lines -> CodeBlock.join(lines, "\n    + \"\\n\" + ")));
  }
}
