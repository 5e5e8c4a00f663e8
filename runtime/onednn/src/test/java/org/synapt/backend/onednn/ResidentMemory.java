package org.synapt.backend.onednn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of this process's memory lies in memory, where the system tells. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** Passes over a test where the system does not tell. */
  static void assumeTold() {
    assumeTrue(Files.exists(STATUS), "there is no " + STATUS);
  }

  /** Megabytes now. */
  static long megabytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("no VmRSS in " + STATUS);
  }

  /** Megabytes once garbage is collected, and what that held is freed. */
  static long megabytesAtRest() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return megabytes();
  }

  /** The same, but waits for a slow cleaner as long as there is more than that. */
  static long megabytesAtRest(long limit) throws InterruptedException {
    long now = megabytesAtRest();
    for (int i = 0; i < 30 && now >= limit; i++) {
      now = megabytesAtRest();
    }
    return now;
  }
}
