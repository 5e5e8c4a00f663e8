package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** No file and no method of any module grows beyond what a reader can hold. */
final class SourceSizeTest {
  private static final int LINES_OF_A_FILE = 500;
  private static final int LINES_OF_A_METHOD = 60;
  private static final Path ROOT = Path.of("..");

  @Test
  void noFileIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES_OF_A_FILE) {
        tooLong.add(file + " has " + lines + " lines");
      }
    }

    assertThat(tooLong).isEmpty();
  }

  @Test
  void noMethodIsTooLong() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      LongMethods longMethods = new LongMethods(Trees.instance(task).getSourcePositions());

      longMethods.scan(task.parse(), null);

      assertThat(longMethods.seen).isGreaterThan(0);
      assertThat(longMethods.found).isEmpty();
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> sources = files.filter(SourceSizeTest::isSource).sorted().toList();
      assertThat(sources).isNotEmpty();
      return sources;
    }
  }

  private static boolean isSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/src/main/java/") && path.endsWith(".java");
  }

  /** Hands each method the file that it stands in. */
  private static final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {
    final List<String> found = new ArrayList<>();
    int seen;
    private final SourcePositions positions;

    LongMethods(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, CompilationUnitTree none) {
      return super.visitCompilationUnit(unit, unit);
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree file) {
      seen++;
      long lines =
          file.getLineMap().getLineNumber(positions.getEndPosition(file, method))
              - file.getLineMap().getLineNumber(positions.getStartPosition(file, method))
              + 1;
      if (lines > LINES_OF_A_METHOD) {
        found.add(
            file.getSourceFile().getName() + ": " + method.getName() + " has " + lines + " lines");
      }
      return super.visitMethod(method, file);
    }
  }
}
