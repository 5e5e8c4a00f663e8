package org.synapt.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;

/** Sources in a folder, compiled into another. */
final class Project {
  private static final String IMPORTS =
      """
      import static org.synapt.annotations.Block.OF_BLOCK;
      import org.synapt.annotations.*;
      """;

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  Project(Path folder) {
    this.folder = folder;
    processors.add(new NetworkProcessor());
  }

  /** Adds a file of the unnamed package; the language is imported in its first two lines. */
  Project with(String name, String source) {
    return withFile(name + ".java", IMPORTS + source);
  }

  Project withFile(String name, String text) {
    Path file = folder.resolve("sources").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    sources.add(file);
    return this;
  }

  Project withClasses(Path classes) {
    classPath.add(classes);
    return this;
  }

  Project withOption(String option) {
    options.add(option);
    return this;
  }

  Project withProcessor(Processor processor) {
    processors.add(processor);
    return this;
  }

  Project withoutProcessors() {
    processors.clear();
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** What the compiler says, notes left out. */
  List<Said> compile(Compilers compiler) {
    return said(compiler, Diagnostic.Kind.NOTE, false);
  }

  /** The notes among what the compiler says. */
  List<Said> notes(Compilers compiler) {
    return said(compiler, Diagnostic.Kind.NOTE, true);
  }

  /** All that the compiler says of a kind, with every line of it, none indented. */
  List<String> messages(Compilers compiler, Diagnostic.Kind kind) {
    return compiler.compile(sources, classPath, classes(), processors, options).stream()
        .filter(it -> it.getKind() == kind)
        .map(it -> it.getMessage(Locale.ROOT).replaceAll("\\R +", "\n"))
        .toList();
  }

  private List<Said> said(Compilers compiler, Diagnostic.Kind kind, boolean wanted) {
    return compiler.compile(sources, classPath, classes(), processors, options).stream()
        .filter(it -> (it.getKind() == kind) == wanted)
        .map(it -> Said.of(it, sources.get(0)))
        .toList();
  }

  /** The text of a generated file. */
  String generated(String name) {
    return file(name + ".java");
  }

  /** The text of a file beside the classes. */
  String file(String name) {
    try {
      return Files.readString(classes().resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The names of the generated files. */
  List<String> generated() {
    try (Stream<Path> files = Files.walk(classes())) {
      return files
          .map(file -> classes().relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
