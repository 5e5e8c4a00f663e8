package org.synapt.processor;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes the pages of problems at random: no mistake may bring down the compiler. */
final class RandomMistakesTest {
  private static final int CHANGED_PAGES = 40;
  private static final Pattern NUMBER = Pattern.compile("-?\\b\\d+(\\.\\d+)?");
  private static final Pattern OPERAND = Pattern.compile("(?<=Tensor |Layer )\\w+(?=[,)])");
  private static final Pattern ANNOTATION = Pattern.compile("(?m)^ +@[A-Z]\\w+(\\(.*\\))?$");
  private static final Pattern TYPE = Pattern.compile("\\b(Tensor|Layer)\\b");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverBringDownTheCompiler(long seed) throws IOException {
    Random random = new Random(seed);
    List<Page> pages = Page.all().toList();
    String pool = pages.stream().map(RandomMistakesTest::text).collect(joining("\n"));
    for (int i = 0; i < CHANGED_PAGES; i++) {
      Page page = pages.get(random.nextInt(pages.size()));
      String changed = text(page);
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        changed = change(changed, pool, random);
      }
      Path file = folder.resolve(page.file().getFileName());
      Files.writeString(file, changed);

      assertWithMessage("seed %s, step %s:\n%s", seed, i, changed)
          .that(faults(file, folder.resolve("out" + i)))
          .isEmpty();
    }
  }

  /** What the compiler says that no mistake excuses: of its own fault, or in generated code. */
  private static List<String> faults(Path file, Path output) {
    return Compilers.JAVAC.compile(List.of(file), List.of(), output).stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .filter(
            it -> isGenerated(it.getSource(), file) || it.toString().contains("[InternalFault]"))
        .map(Object::toString)
        .toList();
  }

  private static boolean isGenerated(JavaFileObject source, Path file) {
    return source != null && !source.getName().endsWith(file.getFileName().toString());
  }

  private static String text(Page page) {
    try {
      return Files.readString(page.file()).replaceAll("(?m)^ *// *\\^.*\n", "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String change(String text, String pool, Random random) {
    return switch (random.nextInt(6)) {
      case 0 ->
          replace(
              text,
              NUMBER,
              one(List.of("0", "-1", "3", "{}", "{2, 2}", "2147483647"), random),
              random);
      case 1 -> replace(text, OPERAND, one(found(text, OPERAND), random), random);
      case 2 -> replace(text, ANNOTATION, one(found(pool, ANNOTATION), random), random);
      case 3 -> replace(text, TYPE, one(List.of("Tensor", "Layer", "int"), random), random);
      case 4 -> replace(text, ANNOTATION, "", random);
      default -> swapped(text, random);
    };
  }

  private static String replace(String text, Pattern pattern, String by, Random random) {
    List<MatchResult> places = pattern.matcher(text).results().toList();
    if (places.isEmpty()) {
      return text;
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    return text.substring(0, place.start()) + by + text.substring(place.end());
  }

  private static List<String> found(String text, Pattern pattern) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String one(List<String> texts, Random random) {
    return texts.isEmpty() ? "" : texts.get(random.nextInt(texts.size()));
  }

  /** Two lines change places, unless that would tear braces apart. */
  private static String swapped(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    if (!(lines.get(one) + lines.get(other)).matches(".*[{}].*")) {
      Collections.swap(lines, one, other);
    }
    return String.join("\n", lines);
  }
}
