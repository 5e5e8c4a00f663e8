package org.synapt.samples.bench;

import java.util.Map;
import java.util.TreeMap;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/**
 * Measures one workload in a process that does nothing else, started as the programs are that it is
 * compared with: no framework reads its arguments, which would take longer than the first step.
 *
 * <pre>java org.synapt.samples.bench.Measurement w2-mnist-mlp-relu-b100 onednn threads=2</pre>
 *
 * <p>Without arguments it lists the workloads.
 */
public final class Measurement {
  private Measurement() {}

  /** Takes a workload, a backend and the backend's options. */
  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      for (Workload workload : Workload.values()) {
        System.out.println(workload.id());
      }
      return;
    }
    Map<String, String> options = new TreeMap<>();
    for (int i = 2; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      options.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }
    run(Workload.of(arguments[0]), arguments[1], options);
  }

  static void run(Workload workload, String name, Map<String, String> options) {
    try (Backend backend = Backends.open(name, options)) {
      Report report = new Report(peer(name, options), workload.id());
      workload.run(backend, report, Timing.ofThisProcess());
      report.note(workload.device(backend) + "; " + Machine.description());
    }
  }

  /** {@code synapt-onednn}, and {@code synapt-onednn-bf16} where numbers are shorter. */
  static String peer(String backend, Map<String, String> options) {
    String precision = options.getOrDefault("precision", "float32");
    return "synapt-" + backend + (precision.equals("float32") ? "" : "-" + precision);
  }
}
