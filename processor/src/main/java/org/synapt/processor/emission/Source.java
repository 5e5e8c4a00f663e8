package org.synapt.processor.emission;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;

/**
 * A file to be written.
 *
 * @param name the qualified name of its class
 * @param text the file's text
 */
public record Source(String name, String text) {

  /** The file of a class, marked as generated where that can be said. */
  static Source of(ClassName name, TypeSpec.Builder type, Surroundings surroundings) {
    surroundings
        .generatedAnnotation()
        .ifPresent(annotation -> type.addAnnotation(generated(annotation)));
    JavaFile file =
        JavaFile.builder(name.packageName(), type.build())
            .skipJavaLangImports(!surroundings.hidesJavaLang())
            .build();
    return new Source(name.canonicalName(), Layout.of(file.toString()));
  }

  private static AnnotationSpec generated(String annotation) {
    return AnnotationSpec.builder(ClassName.bestGuess(annotation))
        .addMember("value", "$S", "org.synapt.processor.NetworkProcessor")
        .build();
  }

  @Override
  public String toString() {
    return text;
  }
}
