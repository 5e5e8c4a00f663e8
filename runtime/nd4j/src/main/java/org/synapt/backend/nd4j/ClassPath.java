package org.synapt.backend.nd4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * What there is of ND4J to load, seen without loading any of it.
 *
 * @param loader where to look
 * @param platform JavaCPP's name of the platform, such as {@code linux-x86_64}
 */
record ClassPath(ClassLoader loader, String platform) {
  private static final String SERVICES = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  static ClassPath ofThisProcess() {
    ClassLoader loader = ClassPath.class.getClassLoader();
    return new ClassPath(loader, new ClassPath(loader, "").platformOfThisProcess());
  }

  private String platformOfThisProcess() {
    String chosen = System.getProperty("org.bytedeco.javacpp.platform");
    if (chosen != null || !hasClass("org.bytedeco.javacpp.Loader")) {
      return chosen == null ? "" : chosen;
    }
    return Loader.Detector.getPlatform();
  }

  /** The classes that offer to be ND4J's backend, in the order of the class path. */
  List<String> backends() {
    List<String> names = new ArrayList<>();
    try {
      for (URL file : Collections.list(loader.getResources(SERVICES))) {
        read(file, names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** Names one in a line; what follows a # is a remark. */
  private static void read(URL file, List<String> names) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int remark = line.indexOf('#');
        String name = (remark < 0 ? line : line.substring(0, remark)).trim();
        if (!name.isEmpty() && !names.contains(name)) {
          names.add(name);
        }
      }
    }
  }

  boolean hasClass(String name) {
    return loader.getResource(name.replace('.', '/') + ".class") != null;
  }

  /** Whether there is a library for this platform, of any of the kinds there are. */
  boolean has(Library library) {
    return find(library) != null;
  }

  private @Nullable URL find(Library library) {
    for (String place : library.places(platform)) {
      URL url = loader.getResource(place);
      if (url != null) {
        return url;
      }
    }
    return null;
  }

  /** The version of an artifact's classes. */
  Optional<String> version(String group, String artifact) {
    return version(loader.getResource(properties(group, artifact)));
  }

  /** The version of the jar that holds a library. */
  Optional<String> version(Library library) {
    URL url = find(library);
    if (url == null || !url.getProtocol().equals("jar")) {
      return Optional.empty();
    }
    String jar = url.toString().substring(0, url.toString().indexOf("!/") + 2);
    try {
      return version(URI.create(jar + properties(library.group, library.artifact)).toURL());
    } catch (MalformedURLException e) {
      return Optional.empty();
    }
  }

  private static String properties(String group, String artifact) {
    return "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
  }

  private static Optional<String> version(@Nullable URL file) {
    if (file == null) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (InputStream in = file.openStream()) {
      properties.load(in);
    } catch (IOException e) {
      // A jar that was put together of others may have none.
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty("version"));
  }
}
