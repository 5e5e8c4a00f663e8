package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx10_2_512;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx10_2_512_amx_2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2_vnni;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2_vnni_2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_amx;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_amx_fp16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_fp16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_vnni;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_sse41;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;

import java.util.Map;
import java.util.Optional;

/**
 * The widest set of x86 instructions that oneDNN uses here.
 *
 * @param number oneDNN's number of it: a bit for each thing it can do; 0 on other processors
 */
record Isa(int number) {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(dnnl_cpu_isa_sse41, "sse41"),
          Map.entry(dnnl_cpu_isa_avx, "avx"),
          Map.entry(dnnl_cpu_isa_avx2, "avx2"),
          Map.entry(dnnl_cpu_isa_avx2_vnni, "avx2_vnni"),
          Map.entry(dnnl_cpu_isa_avx2_vnni_2, "avx2_vnni_2"),
          Map.entry(dnnl_cpu_isa_avx512_core, "avx512_core"),
          Map.entry(dnnl_cpu_isa_avx512_core_vnni, "avx512_core_vnni"),
          Map.entry(dnnl_cpu_isa_avx512_core_bf16, "avx512_core_bf16"),
          Map.entry(dnnl_cpu_isa_avx512_core_fp16, "avx512_core_fp16"),
          Map.entry(dnnl_cpu_isa_avx512_core_amx, "avx512_core_amx"),
          Map.entry(dnnl_cpu_isa_avx512_core_amx_fp16, "avx512_core_amx_fp16"),
          Map.entry(dnnl_cpu_isa_avx10_2_512, "avx10_2_512"),
          Map.entry(dnnl_cpu_isa_avx10_2_512_amx_2, "avx10_2_512_amx_2"));

  /** The processor's, or less where the environment variable {@code ONEDNN_MAX_CPU_ISA} says so. */
  static Isa effective() {
    return new Isa(dnnl_get_effective_cpu_isa());
  }

  /** oneDNN's name of it; empty where it has none. */
  Optional<String> key() {
    return Optional.ofNullable(NAMES.get(number));
  }

  /** Whether it is known that nothing here multiplies bf16 faster than float32. */
  boolean lacksBf16() {
    return NAMES.containsKey(number)
        && (number & dnnl_cpu_isa_avx512_core_bf16) != dnnl_cpu_isa_avx512_core_bf16;
  }
}
