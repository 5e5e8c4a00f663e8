package org.synapt.processor.check;

import java.util.List;

/** The rules there are. */
public final class Checks {

  private Checks() {}

  /** All rules, in the order in which they are asked. */
  public static List<Check> all() {
    return List.of(new LossMismatch(), new DenseOnImage(), new DropoutOnOutput());
  }
}
