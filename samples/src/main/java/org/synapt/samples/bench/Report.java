package org.synapt.samples.bench;

import java.util.Locale;

/** Prints figures, each as a line of JSON that names program and workload. */
record Report(String peer, String workload) {

  void print(String metric, double value, String unit) {
    System.out.printf(
        Locale.ROOT,
        "{\"peer\":\"%s\",\"workload\":\"%s\",\"metric\":\"%s\",\"value\":%s,\"unit\":\"%s\"}%n",
        peer,
        workload,
        metric,
        Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "null",
        unit);
    System.out.flush();
  }

  /** What is no figure; programs that read the lines of JSON pass it over. */
  void note(String text) {
    System.out.println("# " + peer + ": " + text);
  }
}
