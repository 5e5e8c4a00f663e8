package org.synapt.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects what is to be told about one declaration, in the order in which it is found. */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  public void add(Code code, Origin origin, String finding, String remedy) {
    add(new Problem(code, origin, finding, remedy));
  }

  /** Adds a problem, once: copies of a layer have the same. */
  public void add(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  public List<Problem> all() {
    return List.copyOf(problems);
  }

  /** Whether one of them keeps the network from being written. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.code().isError());
  }
}
