package org.synapt.samples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Warms up, times windows, and reports medians.
 *
 * @param warmSeconds how long to warm up
 * @param windowSeconds how long a window lasts
 * @param windows how many windows there are
 */
record Timing(double warmSeconds, double windowSeconds, int windows) {
  /** A window counts when other programs took less than this share of the machine. */
  private static final double QUIET = 0.08;

  private static final int MOST_CALLS = 3_000_000;

  /**
   * As the system properties {@code bench.warm}, {@code bench.window}, {@code bench.windows} say.
   */
  static Timing ofThisProcess() {
    return new Timing(
        seconds("bench.warm", 4),
        seconds("bench.window", 0.8),
        Integer.getInteger("bench.windows", 5));
  }

  /** A step of training; gives the loss of its batch. */
  interface Step {
    float run();
  }

  /** Something to be timed. */
  interface Call {
    void run();
  }

  /** A window's rate, in examples a second, and what others took meanwhile. */
  private record Window(double rate, double others, double own) {}

  private static double seconds(String property, double usual) {
    return Double.parseDouble(System.getProperty(property, String.valueOf(usual)));
  }

  void train(Report report, int batch, Step step) {
    float first = step.run();
    report.print("first_step", Machine.elapsedMillis(), "ms");
    float[] last = {first};
    timeWindows(report, "train", batch, () -> last[0] = step.run());
    report.print("loss_first", first, "nats");
    report.print("loss_last", last[0], "nats");
    report.print("peak_rss", Machine.peakMegabytes(), "MB");
  }

  void throughput(Report report, int batch, Call call) {
    timeWindows(report, "infer", batch, call);
    report.print("peak_rss", Machine.peakMegabytes(), "MB");
  }

  /** The time of single calls. */
  void latency(Report report, Call call) {
    call.run();
    report.print("first_call", Machine.elapsedMillis(), "ms");
    double each = warm(call);
    int count = (int) Math.min(MOST_CALLS, Math.max(200, windows * windowSeconds * 1e9 / each));
    long[] nanos = new long[count];
    Machine.Used before = Machine.used();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long from = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - from;
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    report.print("latency_p50", nanos[count / 2] / 1e3, "us");
    report.print("latency_p99", nanos[(int) (count * 0.99)] / 1e3, "us");
    load(report, between(before, elapsed, 0));
    report.print("peak_rss", Machine.peakMegabytes(), "MB");
  }

  private void timeWindows(Report report, String metric, int batch, Call call) {
    double each = warm(call);
    int calls = (int) Math.max(1, Math.ceil(windowSeconds * 1e9 / each));
    List<Window> all = new ArrayList<>();
    while (quiet(all).size() < windows && all.size() < 3 * windows) {
      all.add(window(call, calls, batch));
    }
    List<Window> counted = quiet(all).size() >= windows ? quiet(all) : all;
    double[] rates = counted.stream().mapToDouble(Window::rate).sorted().toArray();
    report.print(metric, rates[rates.length / 2], "samples/s");
    report.print(metric + "_min", rates[0], "samples/s");
    report.print(metric + "_max", rates[rates.length - 1], "samples/s");
    report.print("windows", all.size(), "windows");
    report.print("quiet_windows", quiet(all).size(), "windows");
    double others = all.stream().mapToDouble(Window::others).average().orElse(Double.NaN);
    double own = all.stream().mapToDouble(Window::own).average().orElse(Double.NaN);
    load(report, new Window(0, others, own));
  }

  private static void load(Report report, Window window) {
    report.print("other_cpu", 100 * window.others(), "percent");
    report.print("own_cpu", window.own(), "cores");
  }

  private static List<Window> quiet(List<Window> all) {
    return all.stream().filter(window -> window.others() < QUIET).toList();
  }

  private static Window window(Call call, int calls, int batch) {
    Machine.Used before = Machine.used();
    long from = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      call.run();
    }
    double elapsed = (System.nanoTime() - from) / 1e9;
    return between(before, elapsed, (double) calls * batch / elapsed);
  }

  private static Window between(Machine.Used before, double elapsed, double rate) {
    Machine.Used after = Machine.used();
    double own = after.own() - before.own();
    double others = Math.max(0, after.all() - before.all() - own);
    int cores = Runtime.getRuntime().availableProcessors();
    return new Window(rate, others / (elapsed * cores), own / elapsed);
  }

  /** Runs for the time that HotSpot needs to compile everything; gives nanoseconds a call. */
  private double warm(Call call) {
    long start = System.nanoTime();
    long calls = 0;
    int block = 1;
    while (System.nanoTime() - start < warmSeconds * 1e9) {
      for (int i = 0; i < block; i++) {
        call.run();
      }
      calls += block;
      block = System.nanoTime() - start < 0.05e9 ? block * 2 : block;
    }
    return (System.nanoTime() - start) / (double) calls;
  }
}
