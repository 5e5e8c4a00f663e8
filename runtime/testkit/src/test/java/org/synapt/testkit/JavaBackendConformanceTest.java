package org.synapt.testkit;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/** The pure-Java backend, on the caller's thread alone and with two more. */
final class JavaBackendConformanceTest {

  @Nested
  final class OneThread extends BackendConformance {
    @Override
    protected Backend backend() {
      return Backends.open("java", Map.of("threads", "1"));
    }
  }

  @Nested
  final class ThreeThreads extends BackendConformance {
    @Override
    protected Backend backend() {
      return Backends.open("java", Map.of("threads", "3"));
    }
  }
}
