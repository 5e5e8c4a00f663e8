package org.synapt.backend.nd4j;

import org.junit.jupiter.api.Nested;
import org.synapt.backend.Backend;
import org.synapt.backend.java.Workers;
import org.synapt.testkit.BackendConformance;

/** Every kernel, on memory that Java reaches and on memory that only ND4J does. */
final class Nd4jConformanceTest {

  @Nested
  final class Here extends BackendConformance {
    @Override
    protected Backend backend() {
      return new Nd4jBackend(new Workers(2), /* here= */ true);
    }
  }

  /** As on a GPU. */
  @Nested
  final class Elsewhere extends BackendConformance {
    @Override
    protected Backend backend() {
      return new Nd4jBackend(new Workers(1), /* here= */ false);
    }
  }
}
