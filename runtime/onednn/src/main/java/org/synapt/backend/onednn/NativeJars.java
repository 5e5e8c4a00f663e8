package org.synapt.backend.onednn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The jars that hold oneDNN's libraries for one platform, as far as they are on the class path.
 *
 * @param loader where to look
 * @param platform JavaCPP's name of the platform, such as {@code linux-x86_64}
 * @param cache where JavaCPP unpacks them
 */
record NativeJars(ClassLoader loader, String platform, Optional<Path> cache) {
  /** The system property that names the folder into which JavaCPP unpacks. */
  static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

  private static final String PLATFORM_PROPERTY = "org.bytedeco.javacpp.platform";

  /** The platforms for which there are natives. */
  private static final List<String> PLATFORMS =
      List.of("linux-x86_64", "linux-arm64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");

  private static final List<String> ARTIFACTS = List.of("dnnl", "opencl");

  static NativeJars ofThisProcess() {
    String platform =
        System.getProperty(
            PLATFORM_PROPERTY,
            platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
    return new NativeJars(NativeJars.class.getClassLoader(), platform, cacheOfThisProcess());
  }

  /** JavaCPP's name of a platform. */
  static String platform(String system, String architecture) {
    String os = system.toLowerCase(Locale.ROOT);
    String arch = architecture.toLowerCase(Locale.ROOT);
    return (os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : os)
        + "-"
        + switch (arch) {
          case "amd64", "x86-64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> arch;
        };
  }

  private static Optional<Path> cacheOfThisProcess() {
    String home = System.getProperty("user.home");
    String chosen = System.getProperty(CACHE_PROPERTY);
    try {
      if (chosen != null) {
        return Optional.of(Path.of(chosen));
      }
      return home == null ? Optional.empty() : Optional.of(Path.of(home, ".javacpp", "cache"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What is missing on the class path, and what to do about it. */
  Optional<String> obstacle() {
    List<String> missing = new ArrayList<>();
    for (String artifact : ARTIFACTS) {
      if (library(artifact) == null) {
        missing.add("org.bytedeco:" + artifact + ":" + version(artifact) + ":" + platform);
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    if (!PLATFORMS.contains(platform)) {
      return Optional.of(
          "there are no natives of oneDNN for "
              + platform
              + ", only for "
              + String.join(", ", PLATFORMS));
    }
    return Optional.of(
        "its natives are not on the class path; add "
            + String.join(" and ", missing)
            + " (group, artifact, version and classifier)");
  }

  /** Whether somebody has unpacked them before. */
  boolean unpacked() {
    boolean all = cache.isPresent();
    for (int i = 0; all && i < ARTIFACTS.size(); i++) {
      all = unpacked(ARTIFACTS.get(i), cache.get());
    }
    return all;
  }

  /** JavaCPP makes a folder for each jar, and the jar's own folders in that. */
  private boolean unpacked(String artifact, Path folder) {
    URL url = library(artifact);
    if (url == null || !url.getProtocol().equals("jar")) {
      return false;
    }
    String inside = url.getPath().substring(url.getPath().indexOf('!') + 2);
    String jar = url.getPath().substring(0, url.getPath().indexOf('!'));
    return Files.isRegularFile(
        folder.resolve(jar.substring(jar.lastIndexOf('/') + 1)).resolve(inside));
  }

  /** The library that calls an artifact's functions for Java. */
  private @Nullable URL library(String artifact) {
    String name = artifact.equals("opencl") ? "jniOpenCL" : "jni" + artifact;
    return loader.getResource(
        "org/bytedeco/" + artifact + "/" + platform + "/" + System.mapLibraryName(name));
  }

  /** The version of the bindings, which the natives must have too. */
  private String version(String artifact) {
    String file = "META-INF/maven/org.bytedeco/" + artifact + "/pom.properties";
    try (InputStream in = loader.getResourceAsStream(file)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "VERSION");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
