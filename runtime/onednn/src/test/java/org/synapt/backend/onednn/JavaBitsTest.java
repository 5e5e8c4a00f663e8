package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/**
 * What is drawn, moved and added up has the bits that the Java backend gives, again and again, with
 * any number of threads.
 */
final class JavaBitsTest {

  @ParameterizedTest
  @EnumSource
  void areTheSame(KernelCall call) {
    float[] expected = inJava(call);
    for (int threads = 1; threads <= 3; threads++) {
      try (Site site = Site.of(threads)) {
        Kernel kernel = site.kernel(call.type());
        for (int run = 1; run <= 2; run++) {
          Buffer x = site.copy(KernelCall.input());
          Buffer y = site.zeros(KernelCall.FLOATS);
          call.run(kernel, x, y);
          assertWithMessage("run %s with %s threads has the bits", run, threads)
              .that(Arrays.equals(both(x, y), expected))
              .isTrue();
        }
      }
    }
  }

  private static float[] inJava(KernelCall call) {
    try (JavaBackend backend = new JavaBackend(new Workers(1))) {
      Buffer x = backend.allocate(KernelCall.FLOATS);
      Buffer y = backend.allocate(KernelCall.FLOATS);
      x.put(0, KernelCall.input(), 0, KernelCall.FLOATS);
      call.run(backend.kernel(call.type()).orElseThrow(), x, y);
      return both(x, y);
    }
  }

  private static float[] both(Buffer x, Buffer y) {
    float[] floats = new float[2 * KernelCall.FLOATS];
    x.get(0, floats, 0, KernelCall.FLOATS);
    y.get(0, floats, KernelCall.FLOATS, KernelCall.FLOATS);
    return floats;
  }
}
