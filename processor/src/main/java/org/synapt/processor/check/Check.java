package org.synapt.processor.check;

import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Model;

/** A rule that a well-shaped model can still break. */
interface Check {

  /** Tells what in a model breaks the rule. */
  void check(Model model, Problems problems);

  /**
   * Whether it asks how rows work together, which can be said only if all of them are understood.
   */
  default boolean needsAllRows() {
    return false;
  }
}
