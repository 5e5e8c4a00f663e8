package org.synapt.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The suite is for every backend, so it knows none. */
final class ArchitectureTest {

  @Test
  void knowsNoBackendByName() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "org.synapt.testkit",
            "org.synapt.backend",
            "org.synapt.kernel",
            "org.synapt.buffer",
            "org.junit.jupiter..",
            "com.google.common.truth")
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.synapt.testkit"));
  }
}
