package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_fpmath_mode_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fpmath_mode_strict;

import java.util.Locale;

/** How products and convolutions multiply; what is kept and added up is always float32. */
enum Precision {
  /** 24 bits. */
  FLOAT32(dnnl_fpmath_mode_strict),

  /** 8 bits, where the processor has units for that. */
  BF16(dnnl_fpmath_mode_bf16);

  /** oneDNN's name of it. */
  final int mathMode;

  Precision(int mathMode) {
    this.mathMode = mathMode;
  }

  /** The precision that settings spell so. */
  static Precision of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** As settings spell it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
