package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rooms of the compiler, and which doors between them are open. */
final class ArchitectureTest {
  private static final String DOOR = "org.synapt.processor";
  private static final String MODEL_OF_JAVA = "javax.lang.model..";
  private static final String PROCESSING = "javax.annotation.processing..";
  private static final String TOOLS = "javax.tools";
  private static final String JAVAPOET = "com.palantir.javapoet..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(DOOR);

  /** A room and the rooms it looks into. It can name only those above it. */
  private enum Room {
    DIAGNOSTIC,
    SHAPE,
    DECLARATION(DIAGNOSTIC),
    GRAPH(SHAPE),
    FORMULA,
    OP(FORMULA, GRAPH, SHAPE),
    LAYER(OP, FORMULA, GRAPH, SHAPE, DECLARATION, DIAGNOSTIC),
    MODEL(LAYER, OP, GRAPH, DECLARATION, SHAPE, DIAGNOSTIC),
    CHECK(MODEL, LAYER, DECLARATION, SHAPE, DIAGNOSTIC),
    GRADIENT(OP, GRAPH, SHAPE),
    PLAN(GRADIENT, OP, GRAPH, FORMULA, SHAPE),
    COST(PLAN, OP, GRAPH, MODEL, LAYER, DECLARATION, SHAPE, DIAGNOSTIC),
    EMISSION(COST, PLAN, OP, GRAPH, MODEL, LAYER, DECLARATION, FORMULA, SHAPE),
    CARD(COST, MODEL, LAYER, DECLARATION, SHAPE);

    private final Room[] neighbours;

    Room(Room... neighbours) {
      this.neighbours = neighbours;
    }

    String location() {
      return DOOR + "." + name().toLowerCase(Locale.ROOT);
    }

    DescribedPredicate<JavaClass> sight() {
      DescribedPredicate<JavaClass> inside =
          resideInAnyPackage(
              Stream.concat(
                      Stream.of(location(), "java..", "org.jspecify.annotations"),
                      Arrays.stream(neighbours).map(Room::location))
                  .toArray(String[]::new));
      return switch (this) {
        case DIAGNOSTIC -> inside.or(resideInAnyPackage(MODEL_OF_JAVA, PROCESSING, TOOLS));
        case DECLARATION -> inside.or(resideInAnyPackage(MODEL_OF_JAVA));
        // JavaPoet takes its modifiers from the model of Java: a list of words, nothing more.
        case EMISSION -> inside.or(resideInAnyPackage(JAVAPOET)).or(equivalentTo(Modifier.class));
        default -> inside;
      };
    }
  }

  @Test
  void seesTheClasses() {
    assertThat(CLASSES.size()).isGreaterThan(0);
  }

  @ParameterizedTest
  @EnumSource
  void opensOnlyTheDoorsOnTheMap(Room room) {
    classes()
        .that()
        .resideInAPackage(room.location())
        .should()
        .onlyDependOnClassesThat(room.sight())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyRoomIsOnTheMap() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of(DOOR), Arrays.stream(Room.values()).map(Room::location))
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void roomsOpenOneWay() {
    slices()
        .matching(DOOR + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyTheFirstRoomSeesTheCompiler() {
    noClasses()
        .that()
        .resideOutsideOfPackages(DOOR, Room.DECLARATION.location(), Room.DIAGNOSTIC.location())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(MODEL_OF_JAVA, PROCESSING)
                .and(DescribedPredicate.not(equivalentTo(Modifier.class))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyEmissionSeesJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.EMISSION.location())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JAVAPOET)
        .check(CLASSES);
  }

  @Test
  void knowsTheRuntimeAndTheCompilersInternalsByNameOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            MODEL_OF_JAVA,
            PROCESSING,
            TOOLS,
            JAVAPOET,
            DOOR + "..",
            "org.synapt.annotations",
            "org.jspecify.annotations",
            "com.google.auto.service")
        .check(CLASSES);
  }
}
