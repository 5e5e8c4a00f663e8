package org.synapt.samples.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Makes tables of the lines that many processes printed: medians of rounds, their range, and how
 * many times as good ours were as the best of the others in the same round.
 *
 * <p>A line of the form <code>{"environment":"machine","value":"..."}</code> is repeated as it is.
 */
@Command(name = "table", description = "Makes Markdown tables of the lines of many rounds.")
final class TableSample implements Callable<Integer> {
  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\{\"environment\":\"([^\"]*)\",\"value\":\"([^\"]*)\"}");

  @Parameters(paramLabel = "FILE", description = "The lines.")
  private Path file = Path.of("docs", "benchmarks", "raw.jsonl");

  @Override
  public Integer call() throws IOException {
    System.out.print(text(Files.readAllLines(file)));
    return 0;
  }

  static String text(List<String> lines) {
    List<RawLine> figures = lines.stream().map(RawLine::parse).flatMap(Optional::stream).toList();
    String environment =
        lines.stream()
            .map(ENVIRONMENT::matcher)
            .filter(Matcher::matches)
            .map(line -> "- " + line.group(1) + ": " + line.group(2) + "\n")
            .collect(joining());
    long rounds = figures.stream().mapToInt(RawLine::round).distinct().count();
    return "# Results\n\n"
        + environment
        + "- rounds: "
        + rounds
        + "\n\nEach figure is the median of the rounds, and their range. The best of the others is"
        + " bold. A ratio is taken within a round, to whichever of the others was best in it; what"
        + " stands here is the median of the rounds' ratios. More is better in all ratios.\n"
        + new ResultsTable(new Rounds(figures)).text();
  }
}
