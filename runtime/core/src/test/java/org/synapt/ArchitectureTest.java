package org.synapt;

import static com.google.common.truth.Truth.assertThat;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rooms of the runtime, and which doors between them are open. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt");

  /** A room and the rooms it looks into. It can name only those above it. */
  private enum Room {
    TEXT,
    BUFFER,
    KERNEL(BUFFER),
    BACKEND(KERNEL, BUFFER, TEXT),
    BACKEND_JAVA(BACKEND, KERNEL, BUFFER),
    OPTIMIZER(BACKEND, KERNEL, BUFFER, TEXT),
    NETWORK(BACKEND, KERNEL, BUFFER, OPTIMIZER),
    DATA(BUFFER),
    METRIC(TEXT),
    PERSISTENCE(NETWORK, BUFFER, TEXT),
    TRAINING(NETWORK, OPTIMIZER, DATA, METRIC, PERSISTENCE, TEXT);

    private final Room[] neighbours;

    Room(Room... neighbours) {
      this.neighbours = neighbours;
    }

    String location() {
      return "org.synapt." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    String[] sight() {
      return Stream.concat(
              Stream.of(location(), "java.."), Arrays.stream(neighbours).map(Room::location))
          .toArray(String[]::new);
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
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room.sight())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyRoomIsOnTheMap() {
    classes()
        .should()
        .resideInAnyPackage(Arrays.stream(Room.values()).map(Room::location).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void roomsOpenOneWay() {
    slices()
        .matching("org.synapt.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void looksIntoNoClassAtRunTime() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "sun..", "jdk.."))
        .orShould()
        .callMethodWhere(
            target(owner(Predicates.equivalentTo(Class.class)))
                .and(
                    target(
                        not(
                            nameMatching(
                                "get(Simple|Canonical)?Name|getClassLoader|getResourceAsStream"
                                    + "|cast|isInstance|getEnumConstants|getComponentType"
                                    + "|desiredAssertionStatus")))))
        .check(CLASSES);
  }

  @Test
  void holdsNoStaticStateThatChanges() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(CLASSES);
  }
}
