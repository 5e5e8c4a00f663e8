package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.Comparator.comparingLong;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.processor.diagnostic.Code;

/**
 * Compiles every page under {@code docs/problems} and compares what the compiler says with what the
 * page says.
 */
final class ProblemPagesTest {

  /** The oldest of the tried versions that hands a processor annotations that do not exist. */
  private static final int SHOWS_MISSING_ANNOTATIONS = 25;

  @TempDir private Path folder;

  static Stream<Page> pages() {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void javacSaysWhatThePageSays(Page page) {
    boolean aboutMissing = page.toString().equals("UnknownLayer/Bad.java");
    assumeTrue(
        !aboutMissing || Runtime.version().feature() >= SHOWS_MISSING_ANNOTATIONS,
        "this javac keeps annotations that do not exist from processors");

    List<Said> said = compile(Compilers.JAVAC, page, aboutMissing);

    assertThat(said).containsExactlyElementsIn(page.claims());
  }

  /**
   * ECJ marks the same pieces of source, but puts the caret where they begin: at the name of an
   * attribute, not at its value.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void eclipseSaysWhatThePageSays(Page page) {
    List<Said> said =
        compile(Compilers.ECLIPSE, page, page.toString().equals("UnknownLayer/Bad.java"));

    assertThat(said.stream().map(it -> beginning(page, it)).toList())
        .containsExactlyElementsIn(page.claims().stream().map(it -> beginning(page, it)).toList());
  }

  private static Said beginning(Page page, Said said) {
    return new Said(page.beginning(said.line()), 0, said.text());
  }

  /** What is said of a page, with what the compiler itself says unless that belongs to the page. */
  private List<Said> compile(Compilers compiler, Page page, boolean problemsOnly) {
    Path jar = folder.resolve("jar");
    if (!page.jar().isEmpty()) {
      compiler.compile(page.jar(), List.of(), jar, List.of(), List.of());
    }
    return compile(compiler, page, jar).stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE || problemsOnly)
        .map(diagnostic -> Said.of(diagnostic, page.file()))
        .filter(said -> said.isProblem() || !problemsOnly)
        .sorted(comparingLong(Said::line).thenComparingLong(Said::column))
        .toList();
  }

  private List<Diagnostic<? extends JavaFileObject>> compile(
      Compilers compiler, Page page, Path jar) {
    List<Path> classPath = new ArrayList<>(List.of(jar));
    if (page.seesNd4j()) {
      classPath.addAll(Compilers.nd4j());
    }
    List<Processor> processors = List.of(new NetworkProcessor());
    return compiler.compile(
        List.of(page.file()), classPath, folder.resolve("out"), processors, page.options());
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemHasItsPages(Code code) {
    Path page = Page.FOLDER.resolve(code.name());
    assertThat(Files.exists(page.resolve("README.md"))).isTrue();
    if (code != Code.InternalFault) {
      assertWithMessage("claims of that name in Bad.java")
          .that(
              new Page(page.resolve("Bad.java"))
                  .claims().stream()
                      .filter(claim -> claim.text().startsWith("[" + code.name() + "] ")))
          .isNotEmpty();
      assertThat(new Page(page.resolve("Good.java")).claims()).isEmpty();
    }
  }

  @Test
  void everyPageIsOfAProblem() {
    List<String> names = Arrays.stream(Code.values()).map(Code::name).toList();
    assertThat(names).containsAtLeastElementsIn(pages().map(Page::problem).distinct().toList());
  }

  @Test
  void coversManyMistakes() {
    assertThat(pages().mapToInt(page -> page.claims().size()).sum()).isAtLeast(50);
  }
}
