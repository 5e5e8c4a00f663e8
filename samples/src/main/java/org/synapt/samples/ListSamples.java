package org.synapt.samples;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the samples. */
@Command(name = "list", description = "Lists the samples.")
final class ListSamples implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine samples = spec.parent().commandLine();
    samples.getOut().println(of(samples));
    samples.getOut().flush();
  }

  /** A line for each sample: its name and what it is. */
  static String of(CommandLine samples) {
    return samples.getSubcommands().entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT, "  %-12s %s", entry.getKey(), description(entry.getValue())))
        .collect(joining(System.lineSeparator()));
  }

  private static String description(CommandLine sample) {
    return String.join(" ", sample.getCommandSpec().usageMessage().description());
  }
}
