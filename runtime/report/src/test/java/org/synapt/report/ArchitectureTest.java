package org.synapt.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** A callback like any user's, and a class for each library behind it. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt.report");

  @Test
  void seesTrainingsNetworksAndItsLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.synapt.report",
            "org.synapt.training",
            "org.synapt.network",
            "org.synapt.optimizer",
            "org.synapt.data",
            "org.synapt.metric",
            "org.synapt.persistence",
            "com.google.gson..",
            "org.eclipse.elk..",
            "org.eclipse.emf..")
        .check(CLASSES);
  }

  @Test
  void onlyThePageSeesJson() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.HtmlPage.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.gson..")
        .check(CLASSES);
  }

  @Test
  void onlyTheDrawingSeesTheLayout() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.GraphDrawing")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse..")
        .check(CLASSES);
  }
}
