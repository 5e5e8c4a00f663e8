package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_0;

import org.bytedeco.dnnl.dnnl_memory_desc;

/**
 * What a primitive reads or writes.
 *
 * @param argument oneDNN's number of it, such as {@code DNNL_ARG_SRC}
 * @param layout how it lies
 * @param memory where it lies
 * @param at its first float there
 */
record Operand(int argument, dnnl_memory_desc layout, NativeMemory memory, int at) {
  static Operand of(int argument, dnnl_memory_desc layout, NativeBuffer buffer, int offset) {
    return new Operand(argument, layout, buffer.memory(), buffer.at() + offset);
  }

  /**
   * Whether a primitive writes it: all but sources, weights and their kin, and factors. Statistics
   * count as read; who has a primitive write them says so.
   */
  boolean isWritten() {
    return !(argument < DNNL_ARG_DST
        || argument >= DNNL_ARG_WEIGHTS_0 && argument <= DNNL_ARG_BIAS
        || argument >= DNNL_ARG_MEAN && argument <= DNNL_ARG_SHIFT
        || argument == DNNL_ARG_DIFF_DST
        || argument >= DNNL_ARG_MULTIPLE_SRC);
  }
}
