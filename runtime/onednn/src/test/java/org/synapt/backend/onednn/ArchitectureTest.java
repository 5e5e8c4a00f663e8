package org.synapt.backend.onednn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Kernels, their memory and oneDNN's C functions; nothing of networks or trainings. */
@NeedsNoNatives
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.synapt.backend.onednn");

  @Test
  void seesKernelsAndTheBindings() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "org.bytedeco.dnnl",
            "org.bytedeco.dnnl.global",
            "org.bytedeco.javacpp",
            "org.bytedeco.opencl",
            "org.bytedeco.opencl.global",
            "org.synapt.backend",
            "org.synapt.backend.java",
            "org.synapt.backend.onednn",
            "org.synapt.buffer",
            "org.synapt.kernel")
        .check(CLASSES);
  }

  @Test
  void showsNobodyMoreThanItsProvider() {
    classes()
        .that()
        .areNotNestedClasses()
        .and()
        .doNotHaveSimpleName("OneDnnProvider")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  /** Its C++ functions make objects with finalizers of JavaCPP's, and throw. */
  @Test
  void callsOnlyTheFunctionsOfC() {
    noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "a function of oneDNN that does not begin with dnnl_",
                call ->
                    call.getTargetOwner().getFullName().equals("org.bytedeco.dnnl.global.dnnl")
                        && !call.getName().startsWith("dnnl_")))
        .check(CLASSES);
  }
}
