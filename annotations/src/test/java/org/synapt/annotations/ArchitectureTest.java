package org.synapt.annotations;

import static com.google.common.truth.Truth.assertThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The words of the language need nothing but the language they stand in. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt.annotations");

  @Test
  void seesTheClasses() {
    assertThat(CLASSES.size()).isGreaterThan(0);
  }

  @Test
  void needNothingButJavaItself() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.synapt.annotations", "java.lang..")
        .check(CLASSES);
  }

  @Test
  void areOnlyAnnotationsEnumsAndMarkers() {
    classes().should().beInterfaces().orShould().beEnums().check(CLASSES);
  }
}
