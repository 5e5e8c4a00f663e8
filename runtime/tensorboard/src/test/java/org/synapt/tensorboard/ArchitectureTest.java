package org.synapt.tensorboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** A callback like any user's: it sees the training loop, parameters and a library that encodes. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt.tensorboard");

  @Test
  void seesTheTrainingLoopAndParameters() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.synapt.tensorboard",
            "org.synapt.training",
            "org.synapt.network",
            "org.synapt.buffer",
            "org.synapt.persistence",
            "com.google.protobuf")
        .check(CLASSES);
  }

  @Test
  void onlyMessagesSeeProtobuf() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.EventMessage.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.protobuf..")
        .check(CLASSES);
  }
}
