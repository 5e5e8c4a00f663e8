package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which of its backends ND4J will take, and what speaks against that one. ND4J goes by priority and
 * passes over those that say they cannot run; one that it takes although it cannot run fails in a
 * kernel, or ends the process.
 *
 * @param classPath what there is to load
 * @param environment the variables of the environment
 * @param gpus asks the driver, if need be
 */
record Availability(ClassPath classPath, Map<String, String> environment, Supplier<Gpus> gpus) {
  private static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
  private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";

  /** The priority of all backends but the CPU's, unless the environment says another. */
  private static final int HIGH = 100;

  private static final List<String> CPU_PLATFORMS =
      List.of(
          "linux-x86_64",
          "linux-arm64",
          "linux-armhf",
          "macosx-x86_64",
          "macosx-arm64",
          "windows-x86_64");
  private static final List<String> CUDA_PLATFORMS = List.of("linux-x86_64", "windows-x86_64");

  static Availability ofThisProcess() {
    return new Availability(ClassPath.ofThisProcess(), System.getenv(), new NvidiaSmi());
  }

  /** Why ND4J cannot be used; nothing, if nothing is known to speak against it. */
  Verdict verdict() {
    if (!classPath.hasClass("org.nd4j.linalg.factory.Nd4jBackend")) {
      return Verdict.against("ND4J is not on the class path; add org.nd4j:nd4j-api:1.0.0-M2.1");
    }
    Optional<String> absence = Optional.empty();
    for (String candidate : candidates()) {
      if (!candidate.equals(CUDA)) {
        // Backends that are not ND4J's own are believed.
        return new Verdict(candidate.equals(CPU) ? cpuObstacle() : Optional.empty(), absence);
      }
      Gpus seen = gpus.get().visible(environment);
      absence = cudaAbsence(seen);
      if (absence.isEmpty()) {
        return Verdict.of(cudaObstacle(seen));
      }
    }
    return Verdict.of(absence.or(() -> Optional.of(noBackend())));
  }

  /** The highest priority first, as ND4J sorts them; those of one priority as they are found. */
  private List<String> candidates() {
    List<String> candidates = new ArrayList<>();
    for (String candidate : classPath.backends()) {
      int place = 0;
      while (place < candidates.size() && priority(candidates.get(place)) >= priority(candidate)) {
        place++;
      }
      candidates.add(place, candidate);
    }
    return candidates;
  }

  private int priority(String candidate) {
    return switch (candidate) {
      case CPU -> number("BACKEND_PRIORITY_CPU", 0);
      case CUDA -> number("BACKEND_PRIORITY_GPU", HIGH);
      default -> HIGH;
    };
  }

  private int number(String variable, int otherwise) {
    String text = environment.get(variable);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // ND4J says what it thinks of it when it starts.
      return otherwise;
    }
  }

  private Optional<String> cpuObstacle() {
    return natives(CPU_PLATFORMS, Library.JAVACPP, Library.OPENBLAS, Library.CPU)
        .or(this::otherJavaCpp);
  }

  /** Why ND4J will pass its CUDA backend over. */
  private Optional<String> cudaAbsence(Gpus seen) {
    Optional<String> natives = natives(CUDA_PLATFORMS, Library.JAVACPP, Library.CUDA_RUNTIME);
    return seen.obstacle()
        // Who adds natives for a GPU that has no kernels has gained nothing.
        .or(() -> natives.isEmpty() ? natives : seen.unserved().or(() -> natives))
        .map(reason -> "ND4J's CUDA backend cannot be used: " + reason);
  }

  private Optional<String> cudaObstacle(Gpus seen) {
    return seen.unserved()
        .or(() -> natives(CUDA_PLATFORMS, Library.CUDA))
        .or(this::otherJavaCpp)
        .map(reason -> reason + escape());
  }

  /** How to have ND4J take its other backend. */
  private String escape() {
    return classPath.backends().contains(CPU)
        ? "; BACKEND_PRIORITY_CPU=" + (HIGH + 1) + " in the environment has ND4J compute on the CPU"
        : "";
  }

  private Optional<String> natives(List<String> platforms, Library... libraries) {
    List<String> missing = new ArrayList<>();
    for (Library library : libraries) {
      if (!classPath.has(library)) {
        missing.add(coordinates(library));
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        platforms.contains(classPath.platform())
            ? "its natives are not all on the class path; add " + list(missing)
            : "it has no natives for "
                + classPath.platform()
                + ", only for "
                + String.join(", ", platforms));
  }

  private String noBackend() {
    return "no backend of ND4J is on the class path; add "
        + list(
            List.of(
                "org.nd4j:nd4j-native:1.0.0-M2.1",
                coordinates(Library.CPU),
                coordinates(Library.OPENBLAS),
                coordinates(Library.JAVACPP)));
  }

  private String coordinates(Library library) {
    return library.coordinates(
        classPath.version(library.group, library.artifact), classPath.platform());
  }

  private static String list(List<String> jars) {
    return String.join(" and ", jars) + " (group, artifact, version and classifier)";
  }

  /** JavaCPP's classes call functions that natives of another version may lack. */
  private Optional<String> otherJavaCpp() {
    Library library = Library.JAVACPP;
    String classes = classPath.version(library.group, library.artifact).orElse("");
    String natives = classPath.version(library).orElse(classes);
    return classes.equals(natives)
        ? Optional.empty()
        : Optional.of(
            "org.bytedeco:javacpp is "
                + classes
                + " and its natives for "
                + classPath.platform()
                + " are "
                + natives
                + "; make them one version");
  }
}
