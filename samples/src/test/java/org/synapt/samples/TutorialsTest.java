package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Holds {@code docs/tutorials.md} to its word: every row has a test, and the test says so. */
final class TutorialsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile("\\| ([A-Z]\\d+) \\| ([^|]+) \\| ([^|]*) \\| ([^|]*) \\|");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]\\d+)\"\\)");

  /** What has no test, for it is said to people and not to programs, or waits for its backend. */
  private static final Set<String> ADVICE = Set.of("D18", "K7", "O13", "R8", "T13");

  /** A row's tests and its sample. */
  private record Row(List<String> tests, String sample) {}

  private static Map<String, Row> rows() throws IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/tutorials.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        List<String> tests =
            Arrays.stream(row.group(3).split(", ")).filter(test -> !test.isBlank()).toList();
        rows.put(row.group(1), new Row(tests, row.group(4).trim()));
      }
    }
    return rows;
  }

  private static List<String> core() {
    Map<String, Integer> lasts = new TreeMap<>();
    lasts.putAll(
        Map.of("D", 18, "F", 11, "C", 10, "O", 16, "R", 8, "T", 13, "K", 7, "P", 11, "L", 19));
    return lasts.entrySet().stream()
        .flatMap(last -> IntStream.rangeClosed(1, last.getValue()).mapToObj(i -> last.getKey() + i))
        .toList();
  }

  /** The names of the test classes that carry each tag. */
  private static Map<String, Set<String>> tags() throws IOException {
    Map<String, Set<String>> tags = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(TutorialsTest::isTest).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        TAG.matcher(read(file))
            .results()
            .forEach(tag -> tags.computeIfAbsent(tag.group(1), key -> new TreeSet<>()).add(name));
      }
    }
    return tags;
  }

  private static boolean isTest(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("src/test/java") && path.endsWith("Test.java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRowOfTheTutorialsIsInTheTable() throws IOException {
    assertThat(rows().keySet()).containsAtLeastElementsIn(core());
  }

  @Test
  void everyRowHasATestThatSaysSo() throws IOException {
    Map<String, Set<String>> tags = tags();

    rows()
        .forEach(
            (name, row) -> {
              if (!ADVICE.contains(name)) {
                assertWithMessage(name).that(row.tests()).isNotEmpty();
              }
              assertWithMessage(name)
                  .that(tags.getOrDefault(name, Set.of()))
                  .containsExactlyElementsIn(row.tests());
            });
  }

  @Test
  void everyTagIsARow() throws IOException {
    assertThat(rows().keySet()).containsAtLeastElementsIn(tags().keySet());
  }

  @Test
  void everySampleThatIsNamedIsThere() throws IOException {
    Set<String> samples = new CommandLine(Samples.class).getSubcommands().keySet();

    Set<String> named =
        rows().values().stream()
            .flatMap(row -> Arrays.stream(row.sample().split(", ")))
            .filter(sample -> !sample.isBlank())
            .collect(Collectors.toSet());

    assertThat(samples).containsAtLeastElementsIn(named);
  }
}
