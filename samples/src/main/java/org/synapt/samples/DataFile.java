package org.synapt.samples;

import java.nio.file.Files;
import java.nio.file.Path;

/** The file that {@code --data} names, itself or by the folder that it lies in. */
public final class DataFile {
  private DataFile() {}

  /**
   * Finds a file.
   *
   * @param given the file, or its folder
   * @param name its name in the folder
   */
  public static Path of(Path given, String name) {
    return Files.isDirectory(given) ? given.resolve(name) : given;
  }
}
