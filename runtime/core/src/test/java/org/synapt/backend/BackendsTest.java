package org.synapt.backend;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;
import org.synapt.kernel.Copy;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.OneHot;
import org.synapt.kernel.Permute;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
import org.synapt.kernel.Spread;
import org.synapt.kernel.Update;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class BackendsTest {
  private Optional<String> threadsBefore = Optional.empty();

  @BeforeEach
  void rememberTheSetting() {
    threadsBefore = Optional.ofNullable(System.getProperty("synapt.threads"));
    System.setProperty("synapt.home", "no settings of whoever runs this");
  }

  @AfterEach
  void restoreTheSetting() {
    System.clearProperty("synapt.home");
    System.clearProperty("synapt.backend");
    System.clearProperty("synapt.precision");
    System.clearProperty("synapt.threads");
    threadsBefore.ifPresent(threads -> System.setProperty("synapt.threads", threads));
  }

  @Test
  void findsTheJavaBackend() {
    System.setProperty("synapt.threads", "2");
    try (Backend backend = Backends.named("java")) {
      assertThat(backend.device()).isEqualTo("java, 2 threads");
    }
  }

  @Test
  @Tag("P7")
  void takesThreadsFromTheCodeFirst() {
    System.setProperty("synapt.threads", "2");
    try (Backend backend = Backends.open("java", Collections.singletonMap("threads", "1"))) {
      assertThat(backend.device()).isEqualTo("java, 1 thread");
    }
  }

  @Test
  void usesEveryProcessorUnlessToldOtherwise() {
    System.clearProperty("synapt.threads");
    if (System.getenv("SYNAPT_THREADS") == null) {
      try (Backend backend = Backends.named("java")) {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(backend.device()).startsWith("java, " + processors + " thread");
      }
    }
  }

  @Test
  @Tag("P5")
  @Tag("P7")
  void takesTheBackendThatThePropertyNames() {
    System.setProperty("synapt.backend", " java ");
    try (Backend backend = Backends.best()) {
      assertThat(backend.device()).startsWith("java, ");
    }
  }

  @Test
  void refusesAPropertyThatNamesNoBackend() {
    System.setProperty("synapt.backend", "jva");
    IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, Backends::best);
    assertThat(thrown).hasMessageThat().contains("'jva' (did you mean java?)");
  }

  @Test
  void refusesThreadsThatAreNoNumberFromOneUp() {
    for (String threads : Arrays.asList("0", "-2", "many", "2.5")) {
      System.setProperty("synapt.threads", threads);
      IllegalArgumentException thrown =
          assertThrows(IllegalArgumentException.class, () -> Backends.named("java"));
      assertThat(thrown)
          .hasMessageThat()
          .isEqualTo(
              "threads must be a whole number from 1 to 1024, not '"
                  + threads
                  + "'; '"
                  + threads
                  + "' was set by the system property synapt.threads");
    }
  }

  @Test
  void refusesAPrecisionThatPlainJavaHasNot() {
    System.setProperty("synapt.precision", "float32");
    try (Backend backend = Backends.named("java")) {
      assertThat(backend.device()).startsWith("java, ");
    }
    System.setProperty("synapt.precision", "bf16");
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Backends.named("java"));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "precision must be float32 on the backend java, not 'bf16'; 'bf16' was set by the"
                + " system property synapt.precision");
  }

  @Test
  void refusesAnOptionThatTheProviderDoesNotHave() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Backends.open("java", Collections.singletonMap("thread", "1")));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "The backend java has no option 'thread' (did you mean threads?); its options are"
                + " threads, precision");
  }

  @Test
  void givesEveryKernelAndANewOneEachTime() {
    try (Backend backend = Backends.named("java")) {
      for (Class<? extends Kernel> type :
          Arrays.asList(
              BatchMatMul.class,
              Copy.class,
              MatMul.class,
              OneHot.class,
              Permute.class,
              Pointwise.class,
              RandomMask.class,
              Reduce.class,
              Share.class,
              Softmax.class,
              SoftmaxCrossEntropy.class,
              Spread.class,
              Update.class)) {
        assertThat(backend.kernel(type).get()).isInstanceOf(type);
      }
      assertThat(backend.kernel(MatMul.class).get())
          .isNotSameInstanceAs(backend.kernel(MatMul.class).get());
    }
  }

  @Test
  void hasNoKernelForAnOpItDoesNotKnow() {
    try (Backend backend = Backends.named("java")) {
      assertThat(backend.kernel(UnknownOp.class).isPresent()).isFalse();
    }
  }

  @Test
  void allocatesZeros() {
    try (Backend backend = Backends.named("java")) {
      Buffer buffer = backend.allocate(3);
      float[] floats = {1f, 1f, 1f};
      buffer.get(0, floats, 0, 3);
      assertThat(floats).usingExactEquality().containsExactly(0f, 0f, 0f);
    }
  }

  private interface UnknownOp extends Kernel {}
}
