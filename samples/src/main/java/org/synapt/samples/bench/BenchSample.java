package org.synapt.samples.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures one workload and prints each figure as a line of JSON; two commands below it say how
 * near kernels come to what the machine can do, and make a table of many lines.
 *
 * <p>A training workload cycles over about 1,600 made-up examples that lie in memory already and
 * reads the loss at every step. It is warmed up; then windows of some 0.8 seconds are timed, and
 * those in which other programs took little of the machine count. One process measures one
 * workload, so that memory and the time to the first step are that workload's own.
 */
@Command(
    name = "bench",
    description = "Measures a workload: lines of JSON.",
    subcommands = {RooflineSample.class, TableSample.class})
public final class BenchSample implements Callable<Integer> {
  @Parameters(paramLabel = "WORKLOAD", arity = "0..1", description = "Such as w1-pima-mlp-b10.")
  private String workload = "";

  @Option(names = "--backend", description = "The backend's name: ${DEFAULT-VALUE}.")
  private String backend = "java";

  @Option(names = "--precision", description = "How onednn multiplies: float32 or bf16.")
  private Optional<String> precision = Optional.empty();

  @Option(names = "--threads", description = "How many threads; else as many as there are cores.")
  private Optional<Integer> threads = Optional.empty();

  @Override
  public Integer call() {
    Measurement.run(Workload.of(workload), backend, options(precision, threads));
    return 0;
  }

  /** What is said to a backend. */
  static Map<String, String> options(Optional<String> precision, Optional<Integer> threads) {
    Map<String, String> options = new TreeMap<>();
    precision.ifPresent(name -> options.put("precision", name));
    threads.ifPresent(count -> options.put("threads", String.valueOf(count)));
    return options;
  }
}
