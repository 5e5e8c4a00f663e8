package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** A kernel that knows a call allocates nothing for it. */
final class KernelAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void isNone(KernelCall call) {
    isNone(call, 1);
    isNone(call, 2);
  }

  private static void isNone(KernelCall call, int threads) {
    try (Site site = Site.of(threads)) {
      Kernel kernel = site.kernel(call.type());
      Buffer x = site.copy(KernelCall.input());
      Buffer y = site.zeros(KernelCall.FLOATS);
      run(call, kernel, x, y, 10);
      allocated();
      long before = allocated();
      run(call, kernel, x, y, 10);
      assertThat(allocated() - before).isLessThan(10L);
    }
  }

  private static void run(KernelCall call, Kernel kernel, Buffer x, Buffer y, int times) {
    for (int i = 0; i < times; i++) {
      call.run(kernel, x, y);
    }
  }

  /** Bytes, by this thread. */
  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
