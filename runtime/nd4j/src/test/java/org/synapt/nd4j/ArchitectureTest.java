package org.synapt.nd4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.synapt.backend.nd4j.Nd4jBuffer;

/**
 * Arrays in and out of any network on any backend: of kernels nothing, of {@code nd4j} a buffer.
 */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt.nd4j");

  @Test
  void seesNetworksDataAndArrays() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations",
                    "org.bytedeco.javacpp..",
                    "org.nd4j..",
                    "org.synapt.buffer",
                    "org.synapt.data",
                    "org.synapt.network",
                    "org.synapt.nd4j")
                .or(equivalentTo(Nd4jBuffer.class)))
        .check(CLASSES);
  }

  @Test
  void showsAdaptersAndColumns() {
    classes()
        .that()
        .areNotNestedClasses()
        .and()
        .doNotHaveSimpleName("Nd4jAdapter")
        .and()
        .doNotHaveSimpleName("Columns")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }
}
