package org.synapt.backend.onednn;

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
}
