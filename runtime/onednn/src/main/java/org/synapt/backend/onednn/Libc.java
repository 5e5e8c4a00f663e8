package org.synapt.backend.onednn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The C library that this process runs on, where it is Linux's.
 *
 * @param maps what the system says lies in this process's memory
 */
record Libc(String maps) {
  /**
   * Before 2.34, which the natives were linked with as their symbols say, the version was part of
   * the file's name.
   */
  private static final String OLD = "/libc-2.";

  static Libc ofThisProcess() {
    Path maps = Path.of("/proc/self/maps");
    try {
      // Files may have names that are no text.
      return new Libc(
          Files.exists(maps) ? Files.readString(maps, StandardCharsets.ISO_8859_1) : "");
    } catch (IOException e) {
      return new Libc("");
    }
  }

  /** Why the natives cannot run on it. */
  Optional<String> obstacle() {
    String needed = "oneDNN's natives need glibc 2.34 or newer";
    if (maps.contains("/ld-musl-")) {
      return Optional.of("this Java runs on musl, and " + needed);
    }
    int at = maps.indexOf(OLD);
    int end = maps.indexOf(".so", at);
    if (at < 0 || end < 0) {
      return Optional.empty();
    }
    String minor = maps.substring(at + OLD.length(), end);
    return Optional.of("this system has glibc 2." + minor + ", and " + needed);
  }
}
