package org.synapt.samples.bench;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures one workload and prints each figure as a line of JSON.
 *
 * <p>A training workload cycles over about 1,600 made-up examples that lie in memory already and
 * reads the loss at every step. It is warmed up; then windows of some 0.8 seconds are timed, and
 * those in which other programs took little of the machine count. One process measures one
 * workload, so that memory and the time to the first step are that workload's own.
 */
@Command(name = "bench", description = "Measures a workload: lines of JSON.")
public final class BenchSample implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WORKLOAD", description = "Such as w1-pima-mlp-b10.")
  private String workload = "";

  @Option(names = "--backend", description = "The backend's name: ${DEFAULT-VALUE}.")
  private String backend = "java";

  @Option(names = "--threads", description = "How many threads; else as many as there are cores.")
  private Optional<Integer> threads = Optional.empty();

  @Override
  public Integer call() {
    Workload chosen =
        Workload.named(workload).orElseThrow(() -> unknown("no workload " + workload));
    Map<String, String> options = new TreeMap<>();
    threads.ifPresent(count -> options.put("threads", String.valueOf(count)));
    try (Backend opened = Backends.open(backend, options)) {
      chosen.run(opened, new Report("synapt-" + backend, workload));
    }
    return 0;
  }

  private ParameterException unknown(String message) {
    String names = Arrays.stream(Workload.values()).map(Workload::id).collect(joining(", "));
    return new ParameterException(spec.commandLine(), message + "; there are " + names);
  }
}
