package org.synapt.samples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Times every kernel of a step of training where it is, between the others, and compares that with
 * what this machine can do at most.
 *
 * <p>What it can do is measured first: a large product, by oneDNN where it is, and memory.
 */
@Command(
    name = "roofline",
    description = "Compares the kernels of a step of training with the machine's peak: Markdown.")
final class RooflineSample implements Callable<Integer> {
  private static final int FEWEST_STEPS = 5;

  @Parameters(paramLabel = "WORKLOAD", description = "Which to train; else w2, w3, w4 and w7.")
  private List<String> workloads = new ArrayList<>();

  @Option(names = "--backend", description = "The backend's name: ${DEFAULT-VALUE}.")
  private String backend = "onednn";

  @Option(names = "--precision", description = "How onednn multiplies: float32 or bf16.")
  private Optional<String> precision = Optional.empty();

  @Option(names = "--threads", description = "How many threads; else as many as there are cores.")
  private Optional<Integer> threads = Optional.empty();

  @Override
  public Integer call() {
    Map<String, String> options = BenchSample.options(precision, threads);
    int team = threads.orElse(Runtime.getRuntime().availableProcessors());
    System.out.println(Machine.description() + ".\n");
    Peak peak = peak(options, team);
    if (workloads.isEmpty()) {
      workloads =
          List.of(
              Workload.MNIST_RELU.id(),
              Workload.MNIST_SIGMOID.id(),
              Workload.CNN_32.id(),
              Workload.CIFAR_32.id(),
              Workload.RESNET_32.id());
    }
    for (String workload : workloads) {
      try (Backend opened = Backends.open(backend, options)) {
        System.out.println("\n### " + workload + ", " + opened.device() + "\n");
        System.out.print(profiled(Workload.of(workload), opened, peak, Timing.ofThisProcess()));
      }
    }
    return 0;
  }

  /** With one thread and with all of them; what the latter gives is the roof. */
  private Peak peak(Map<String, String> options, int team) {
    Peak one = fastest(options, 1);
    System.out.println("- " + one);
    if (team == 1) {
      return one;
    }
    Peak all = fastest(options, team);
    System.out.println("- " + all);
    return all;
  }

  /** By oneDNN, which knows its processors, unless it is not there. */
  private Peak fastest(Map<String, String> options, int count) {
    try {
      return Peak.of("onednn", options, count);
    } catch (IllegalArgumentException | IllegalStateException absent) {
      return Peak.of(backend, options, count);
    }
  }

  static String profiled(Workload workload, Backend backend, Peak peak, Timing timing) {
    Profile profile = new Profile();
    Timing.Step step = workload.training(new ProfiledBackend(backend, profile));
    run(step, profile, timing.warmSeconds());
    profile.forget();
    double seconds = run(step, profile, timing.windowSeconds() * timing.windows());
    return new RooflineTable(peak, seconds, profile.calls()).text();
  }

  /** Trains for a time; gives how long a step took. */
  private static double run(Timing.Step step, Profile profile, double seconds) {
    List<Double> took = new ArrayList<>();
    long start = System.nanoTime();
    while (took.size() < FEWEST_STEPS || System.nanoTime() - start < seconds * 1e9) {
      long from = System.nanoTime();
      profile.begin();
      step.run();
      took.add((System.nanoTime() - from) / 1e9);
    }
    took.sort(null);
    return took.get(took.size() / 2);
  }
}
