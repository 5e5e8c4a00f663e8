package org.synapt.processor.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.network.Network;

/** What came of some cases. */
final class Conformance {
  /** How close numbers are that ONNX asks to be as close as 1e-3. */
  private static final float NEAR = 2e-6f;

  /** Whose expected numbers are rounded to a few digits. */
  private static final Set<String> ROUNDED =
      Set.of("test_averagepool_2d_ceil_last_window_starts_on_pad");

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final Map<Case, Declaration> declarations = new LinkedHashMap<>();

  /** How many cases of an operator passed, how many there are declarations for, how many not. */
  private static final class Tally {
    private int passed;
    private int applicable;
    private int outOfScope;

    @Override
    public String toString() {
      return passed + " of " + applicable + " applicable passed, " + outOfScope + " out of scope";
    }
  }

  Conformance(List<Case> cases) {
    cases.forEach(this::declare);
  }

  private void declare(Case it) {
    Tally tally = tallies.computeIfAbsent(it.group(), any -> new Tally());
    try {
      declarations.put(it, Operators.declare(it));
      tally.applicable++;
    } catch (OutOfScope why) {
      tally.outOfScope++;
      reasons.merge(why.getMessage(), 1, Integer::sum);
    }
  }

  /** Compiles all declarations at once and runs their networks on the Java backend. */
  void run() {
    Networks networks = new Networks();
    declarations.values().forEach(each -> networks.add(each.text()));
    networks.compile();
    try (Backend backend = Backends.named("java")) {
      declarations.forEach((it, declaration) -> run(it, declaration, networks, backend));
    }
  }

  private void run(Case it, Declaration declaration, Networks networks, Backend backend) {
    try (Network network = networks.make(declaration.text(), backend)) {
      new Running(network, declaration, ROUNDED.contains(it.name()) ? 1e-3f : NEAR).check();
      tallies.get(it.group()).passed++;
    } catch (AssertionError failure) {
      failures.put(it.name(), failure.getMessage() + "\n" + declaration.text());
    }
  }

  /** Of each operator how many passed, are applicable, and are out of scope. */
  Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    tallies.forEach((operator, tally) -> table.put(operator, tally.toString()));
    return table;
  }

  /** How many cases there is no declaration for, by reason. */
  Map<String, Integer> reasons() {
    return reasons;
  }

  /** The cases that failed, with what was found. */
  Map<String, String> failures() {
    return failures;
  }

  int passed() {
    return tallies.values().stream().mapToInt(tally -> tally.passed).sum();
  }

  int applicable() {
    return tallies.values().stream().mapToInt(tally -> tally.applicable).sum();
  }

  int outOfScope() {
    return tallies.values().stream().mapToInt(tally -> tally.outOfScope).sum();
  }
}
