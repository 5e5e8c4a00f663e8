package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;

import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** One primitive, to try what is said of primitives and what they do to a process. */
final class PlainProduct {
  private PlainProduct() {}

  /** Multiplies zeros, [m, k] by [k, n], on the caller's thread. */
  static void run(int m, int k, int n) {
    try (Engine engine = new Engine(1, Precision.FLOAT32);
        Layout left = Layout.rowMajor(m, k);
        Layout right = Layout.rowMajor(k, n);
        Layout result = Layout.rowMajor(m, n)) {
      NativeMemory memory = new NativeMemory(engine.ledger(), m * k + k * n + m * n);
      NativeBuffer all = new NativeBuffer(memory, 0, m * k + k * n + m * n);
      dnnl_primitive_attr attributes = engine.attributes();
      dnnl_primitive_desc description = new dnnl_primitive_desc();
      Status.check(
          dnnl_matmul_primitive_desc_create(
              description,
              engine.cpuEngine(),
              left.descriptor(),
              right.descriptor(),
              null,
              result.descriptor(),
              attributes),
          "multiply");
      new Execution(
              engine,
              0,
              description,
              Operand.of(DNNL_ARG_SRC, left.descriptor(), all, 0),
              Operand.of(DNNL_ARG_WEIGHTS, right.descriptor(), all, m * k),
              Operand.of(DNNL_ARG_DST, result.descriptor(), all, m * k + k * n))
          .run();
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
    }
  }
}
