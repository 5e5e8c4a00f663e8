package org.synapt.samples.backends;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/** Backends for tests that are left out where one cannot be had. */
public final class Opened {
  private Opened() {}

  /** The backend of a name; whoever asks is left out if its natives are. */
  public static Backend named(String name) {
    try {
      return Backends.named(name);
    } catch (IllegalStateException e) {
      assumeTrue(false, e.getMessage());
      throw e;
    }
  }
}
