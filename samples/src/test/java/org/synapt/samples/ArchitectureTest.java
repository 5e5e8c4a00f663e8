package org.synapt.samples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Samples are what a user could write, and a generated network needs nothing but the runtime. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt.samples");

  @Test
  void generatedNetworksSeeTheRuntimeOnly() {
    classes()
        .that()
        .areAssignableTo("org.synapt.network.Network")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.synapt.annotations",
            "org.synapt.backend",
            "org.synapt.buffer",
            "org.synapt.data",
            "org.synapt.kernel",
            "org.synapt.network",
            "org.synapt.optimizer",
            "org.synapt.persistence",
            "org.synapt.training",
            "org.synapt.samples..")
        .check(CLASSES);
  }

  @Test
  void samplesAreUsersLikeAnyOther() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.synapt.processor..", "org.synapt.backend.java")
        .check(CLASSES);
  }

  @Test
  void samplesReadOneWay() {
    slices().matching("org.synapt.samples.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
