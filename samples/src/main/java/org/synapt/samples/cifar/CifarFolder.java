package org.synapt.samples.cifar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.synapt.data.Cifar10;
import org.synapt.data.Examples;

/**
 * A folder with CIFAR-10's binary files: those to test with have {@code test} in their name, all
 * other {@code .bin} and {@code .bin.gz} files are to train on.
 */
public final class CifarFolder {
  private final Path folder;

  /** A folder; nothing is read yet. */
  public CifarFolder(Path folder) {
    this.folder = folder;
  }

  /** The images to train on. */
  public Examples train() throws IOException {
    return read(false);
  }

  /** The images to test with. */
  public Examples test() throws IOException {
    return read(true);
  }

  private Examples read(boolean test) throws IOException {
    List<Path> files = files(test);
    if (files.isEmpty()) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "holds no .bin or .bin.gz file " + (test ? "with test in its name" : "to train on"));
    }
    return Cifar10.read(files.toArray(Path[]::new));
  }

  private List<Path> files(boolean test) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).endsWith(".bin") || name(file).endsWith(".bin.gz"))
          .filter(file -> name(file).contains("test") == test)
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
