package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is said of primitives. */
final class ImplementationTest {

  private static void multiply() {
    PlainProduct.run(20, 30, 40);
  }

  @Test
  void namesWhatRunsAProduct() {
    List<Implementation> heard = Implementations.during(ImplementationTest::multiply);
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).kind()).isEqualTo("matmul");
    assertThat(heard.get(0).operands()).isEqualTo("src [20, 30] weights [30, 40] dst [20, 40]");
    assertThat(heard.get(0).name()).isNotEmpty();
    assertThat(heard.get(0).isReference()).isFalse();
    assertThat(heard.get(0).toString())
        .isEqualTo("matmul src [20, 30] weights [30, 40] dst [20, 40] runs " + heard.get(0).name());
  }

  @Test
  void saysNothingWhereNobodyListens() {
    assertThat(Logger.getLogger("org.synapt.backend.onednn").getLevel()).isNull();
    List<Implementation> heard = Implementations.during(() -> {});
    multiply();
    assertThat(heard).isEmpty();
  }

  @Test
  void tellsReferencesApart() {
    assertThat(new Implementation("convolution", "", "ref:any").isReference()).isTrue();
    assertThat(new Implementation("convolution", "", "gemm:ref").isReference()).isTrue();
    assertThat(new Implementation("convolution", "", "brgconv:avx512_core").isReference())
        .isFalse();
  }
}
