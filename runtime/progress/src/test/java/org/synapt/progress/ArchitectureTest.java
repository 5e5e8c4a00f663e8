package org.synapt.progress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** A callback like any user's: it sees the training loop and a library that draws. */
final class ArchitectureTest {

  @Test
  void seesTheTrainingLoopAndTheLibraryThatDraws() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "org.synapt.progress",
            "org.synapt.training",
            "me.tongfei.progressbar")
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.synapt.progress"));
  }
}
