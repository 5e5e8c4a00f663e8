package org.synapt.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of the manual of problems, which says itself what a compiler says of it. */
record Page(Path file) {
  static final Path FOLDER = Path.of("..", "docs", "problems");

  /** A caret under the token that is marked, and the first line of the message. */
  private static final Pattern CLAIM = Pattern.compile("^ *// *(\\^) (.*)$");

  /** All pages, in the order of their names. */
  static Stream<Page> all() {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Page::new)
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String problem() {
    return file.getParent().getFileName().toString();
  }

  /** Sources that stand for a jar: compiled before, without the processor. */
  List<Path> jar() {
    Path jar = file.resolveSibling("jar");
    try (Stream<Path> files = Files.isDirectory(jar) ? Files.list(jar) : Stream.empty()) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The compiler's options that stand behind {@code // javac} in its first line. */
  List<String> options() {
    return words().stream().filter(word -> word.startsWith("-A")).toList();
  }

  /** Whether its first line puts the library for ND4J on the class path. */
  boolean seesNd4j() {
    return words().contains("synapt-nd4j.jar");
  }

  private List<String> words() {
    String first = lines().get(0);
    return first.startsWith("// javac ") ? List.of(first.split(" ")) : List.of();
  }

  /** What its comments claim of the last line above that is no such comment. */
  List<Said> claims() {
    List<Said> claims = new ArrayList<>();
    int marked = 0;
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher claim = CLAIM.matcher(lines.get(i));
      if (claim.matches()) {
        claims.add(new Said(marked, claim.start(1) + 1, claim.group(2)));
      } else {
        marked = i + 1;
      }
    }
    return claims;
  }

  /** The line on which what stands on a line begins: an annotation's, if it goes over several. */
  long beginning(long line) {
    List<String> lines = lines();
    long begins = line;
    for (long above = line - 1; above > 0; above--) {
      String text = lines.get((int) above - 1);
      if (!CLAIM.matcher(text).matches()) {
        if (!text.endsWith("(") && !text.endsWith(",")) {
          return begins;
        }
        begins = above;
      }
    }
    return begins;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return problem() + "/" + file.getFileName();
  }
}
