package org.synapt.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers under which the processor runs. */
enum Compilers {
  JAVAC(ToolProvider::getSystemJavaCompiler, "-Xlint:all,-processing,-classfile,-options"),
  /** Without two warnings of its own: of names in {@code @SuppressWarnings}, of unused fields. */
  ECLIPSE(EclipseCompiler::new, "-warn:-warningToken,unused");

  private final Supplier<JavaCompiler> compiler;
  private final List<String> warnings;

  Compilers(Supplier<JavaCompiler> compiler, String... warnings) {
    this.compiler = compiler;
    this.warnings = List.of(warnings);
  }

  /** Compiles files with Synapt's processor, against Synapt and more. */
  List<Diagnostic<? extends JavaFileObject>> compile(
      List<Path> sources, List<Path> classPath, Path output) {
    return compile(sources, classPath, output, List.of(new NetworkProcessor()), List.of());
  }

  /** Compiles files. */
  List<Diagnostic<? extends JavaFileObject>> compile(
      List<Path> sources,
      List<Path> classPath,
      Path output,
      List<Processor> processors,
      List<String> options) {
    JavaCompiler tool = compiler.get();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      Files.createDirectories(output);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(classPath));
      List<String> all = new ArrayList<>(List.of("--release", "17", "-parameters"));
      all.addAll(warnings);
      all.addAll(options);
      JavaCompiler.CompilationTask task =
          tool.getTask(
              new StringWriter(),
              files,
              diagnostics,
              processors.isEmpty() ? with(all, "-proc:none") : all,
              null,
              files.getJavaFileObjectsFromPaths(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      task.call();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return diagnostics.getDiagnostics();
  }

  private static List<String> with(List<String> options, String option) {
    options.add(option);
    return options;
  }

  /** Synapt and more; of Synapt's libraries for others, nothing. */
  private static List<Path> classPath(List<Path> more) {
    List<Path> nd4j = nd4j();
    return Stream.concat(
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(".jar") || entry.contains("synapt"))
                .map(Path::of)
                .filter(entry -> !nd4j.contains(entry)),
            more.stream())
        .toList();
  }

  /** Synapt's library for ND4J, and ND4J's API. */
  static List<Path> nd4j() {
    return Stream.of("org.synapt.nd4j.Nd4jAdapter", "org.nd4j.linalg.api.ndarray.INDArray")
        .map(Compilers::place)
        .toList();
  }

  private static Path place(String type) {
    try {
      Class<?> found = Class.forName(type, false, Compilers.class.getClassLoader());
      return Path.of(found.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException failure) {
      throw new LinkageError(type + " is not on the class path of the tests", failure);
    }
  }
}
