package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_amx;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_bf16;

import org.junit.jupiter.api.Test;

/** What is said of processors. */
@NeedsNoNatives
final class IsaTest {

  @Test
  void namesWhatOneDnnNames() {
    assertThat(new Isa(dnnl_cpu_isa_avx2).key()).hasValue("avx2");
    assertThat(new Isa(dnnl_cpu_isa_avx512_core_amx).key()).hasValue("avx512_core_amx");
    assertThat(new Isa(0).key()).isEmpty();
  }

  @Test
  void knowsWhichMultiplyBf16() {
    assertThat(new Isa(dnnl_cpu_isa_avx2).lacksBf16()).isTrue();
    assertThat(new Isa(dnnl_cpu_isa_avx512_core).lacksBf16()).isTrue();
    assertThat(new Isa(dnnl_cpu_isa_avx512_core_bf16).lacksBf16()).isFalse();
    assertThat(new Isa(dnnl_cpu_isa_avx512_core_amx).lacksBf16()).isFalse();
  }

  @Test
  void claimsNothingOfOtherProcessors() {
    assertThat(new Isa(0).lacksBf16()).isFalse();
  }
}
