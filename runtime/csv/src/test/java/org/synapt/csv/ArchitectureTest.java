package org.synapt.csv;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** From a file to a data set, from a training to a file, and nothing beyond. */
final class ArchitectureTest {

  @Test
  void seesDataSetsTrainingsAndTheLibraryThatReadsAndWrites() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "org.synapt.csv",
            "org.synapt.data",
            "org.synapt.training",
            "org.synapt.persistence",
            "de.siegmar.fastcsv..")
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.synapt.csv"));
  }
}
