package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_dims;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_ndims_s32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_primitive_kind;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.logging.Level;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Which of its implementations oneDNN took for a primitive; logged at {@code FINE} when a primitive
 * is prepared.
 *
 * @param kind what it computes, such as {@code matmul}
 * @param operands their shapes, such as {@code src [100, 784] weights [784, 500] dst [100, 500]}
 * @param name oneDNN's name of it, such as {@code brg_matmul:avx512_core}
 */
record Implementation(String kind, String operands, String name) {

  /** By oneDNN's numbers, from 0. */
  private static final String[] KINDS = {
    "primitive",
    "reorder",
    "shuffle",
    "concat",
    "sum",
    "convolution",
    "deconvolution",
    "eltwise",
    "lrn",
    "batch_normalization",
    "inner_product",
    "rnn",
    "gemm",
    "binary",
    "matmul",
    "resampling",
    "pooling",
    "reduction",
    "prelu",
    "softmax",
    "layer_normalization",
    "group_normalization"
  };

  private static final String[] ROLES = {
    "src", "diff_src", "weights", "diff_weights", "dst", "diff_dst"
  };

  private static final int[] QUERIES = {
    dnnl_query_src_md,
    dnnl_query_diff_src_md,
    dnnl_query_weights_md,
    dnnl_query_diff_weights_md,
    dnnl_query_dst_md,
    dnnl_query_diff_dst_md
  };

  /** Logs what runs a primitive, if anybody listens. */
  static void log(dnnl_primitive_desc description) {
    if (Remarks.LOGGER.isLoggable(Level.FINE)) {
      Remarks.LOGGER.log(Level.FINE, "{0}", of(description));
    }
  }

  /** What runs a primitive. */
  static Implementation of(dnnl_primitive_desc description) {
    return new Implementation(kindOf(description), operandsOf(description), nameOf(description));
  }

  /** Whether it is one of those that are written for clarity, and slow. */
  boolean isReference() {
    return name.startsWith("ref") || name.contains(":ref");
  }

  /**
   * {@code matmul src [100, 784] weights [784, 500] dst [100, 500] runs brg_matmul:avx512_core}.
   */
  @Override
  public String toString() {
    return kind + " " + operands + " runs " + name;
  }

  private static String nameOf(dnnl_primitive_desc description) {
    try (PointerPointer<BytePointer> text = new PointerPointer<>(1)) {
      Status.check(
          dnnl_primitive_desc_query(description, dnnl_query_impl_info_str, 0, text),
          "say what runs a primitive");
      return text.get(BytePointer.class).getString();
    }
  }

  private static String kindOf(dnnl_primitive_desc description) {
    try (IntPointer number = new IntPointer(1)) {
      Status.check(
          dnnl_primitive_desc_query(description, dnnl_query_primitive_kind, 0, number),
          "say what a primitive is");
      int kind = number.get();
      return KINDS[kind < KINDS.length ? kind : 0];
    }
  }

  private static String operandsOf(dnnl_primitive_desc description) {
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < ROLES.length; i++) {
      dnnl_memory_desc layout = dnnl_primitive_desc_query_md(description, QUERIES[i], 0);
      if (layout != null && !layout.isNull()) {
        long[] extents = extents(layout);
        if (extents.length > 0) {
          text.add(ROLES[i]).add(Arrays.toString(extents));
        }
      }
    }
    return text.toString();
  }

  private static long[] extents(dnnl_memory_desc layout) {
    try (IntPointer axes = new IntPointer(1);
        PointerPointer<LongPointer> extents = new PointerPointer<>(1)) {
      Status.check(dnnl_memory_desc_query(layout, dnnl_query_ndims_s32, axes), "count axes");
      long[] all = new long[axes.get()];
      if (all.length > 0) {
        Status.check(dnnl_memory_desc_query(layout, dnnl_query_dims, extents), "tell extents");
        extents.get(LongPointer.class).get(all);
      }
      return all;
    }
  }
}
