package org.synapt.backend.onednn;

import org.junit.jupiter.api.Nested;
import org.synapt.backend.Backend;
import org.synapt.testkit.BackendConformance;

/** Every kernel, on the caller's thread alone and with others. */
final class OneDnnConformanceTest {

  @Nested
  final class OneThread extends BackendConformance {
    @Override
    protected Backend backend() {
      return new OneDnnBackend(1, Precision.FLOAT32);
    }
  }

  @Nested
  final class TwoThreads extends BackendConformance {
    @Override
    protected Backend backend() {
      return new OneDnnBackend(2, Precision.FLOAT32);
    }
  }

  @Nested
  final class ThreeThreads extends BackendConformance {
    @Override
    protected Backend backend() {
      return new OneDnnBackend(3, Precision.FLOAT32);
    }
  }

  @Nested
  final class OnBorrowedMemory extends BackendConformance {
    @Override
    protected Backend backend() {
      return new BorrowingBackend(new OneDnnBackend(2, Precision.FLOAT32));
    }
  }
}
