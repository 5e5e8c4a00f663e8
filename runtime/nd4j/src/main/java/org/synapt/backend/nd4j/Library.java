package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Native code that ND4J's backends load, in a jar of its own for each platform. */
enum Library {
  JAVACPP("org.bytedeco", "javacpp", "1.5.7", "org/bytedeco/javacpp", "jnijavacpp"),
  OPENBLAS(
      "org.bytedeco", "openblas", "0.3.19-1.5.7", "org/bytedeco/openblas", "jniopenblas_nolapack"),
  CPU(
      "org.nd4j",
      "nd4j-native",
      "1.0.0-M2.1",
      "org/nd4j/linalg/cpu/nativecpu/bindings",
      "jnind4jcpu",
      "-avx2",
      "-avx512",
      "-onednn",
      "-onednn-avx2",
      "-onednn-avx512",
      "-vednn",
      "-vednn-avx2",
      "-vednn-avx512",
      "-compat"),
  CUDA_RUNTIME("org.bytedeco", "cuda", "11.6-8.3-1.5.7", "org/bytedeco/cuda", "jnicudart"),
  CUDA(
      "org.nd4j",
      "nd4j-cuda-11.6",
      "1.0.0-M2.1",
      "org/nd4j/linalg/jcublas/bindings",
      "jnind4jcuda",
      "-cudnn");

  final String group;
  final String artifact;
  private final String version;
  private final String folder;
  private final String file;

  /** What may follow the platform's name, as ND4J looks for it. */
  private final List<String> kinds;

  Library(
      String group, String artifact, String version, String folder, String file, String... kinds) {
    this.group = group;
    this.artifact = artifact;
    this.version = version;
    this.folder = folder;
    this.file = file;
    this.kinds = List.of(kinds);
  }

  /** Where the class path may hold it: without a kind first. */
  List<String> places(String platform) {
    String name = "/" + System.mapLibraryName(file);
    List<String> places = new ArrayList<>();
    places.add(folder + "/" + platform + name);
    for (String kind : kinds) {
      places.add(folder + "/" + platform + kind + name);
    }
    return places;
  }

  /**
   * The jar in a build's words.
   *
   * @param found the version of its classes, which its natives must have too
   * @param platform the classifier
   */
  String coordinates(Optional<String> found, String platform) {
    return group + ":" + artifact + ":" + found.orElse(version) + ":" + platform;
  }
}
