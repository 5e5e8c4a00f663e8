package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.synapt.buffer.Buffer;

/** First slice: a plain product on one thread. */
final class OneDnnMatMul {
  private final Engine engine;
  private final Calls<Execution> calls = new Calls<>(Execution::close);

  OneDnnMatMul(Engine engine) {
    this.engine = engine;
  }

  void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    calls.begin(0).with(m).with(k).with(n).with(a).with(b).with(c);
    Optional<Execution> known = calls.find();
    (known.isPresent() ? known.get() : calls.keep(prepare(m, k, n, a, b, c))).run();
  }

  private Execution prepare(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    dnnl_primitive_attr attributes = engine.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try (Layout left = Layout.rowMajor(m, k);
        Layout right = Layout.rowMajor(k, n);
        Layout result = Layout.rowMajor(m, n)) {
      Status.check(
          dnnl_matmul_primitive_desc_create(
              description,
              engine.cpuEngine(),
              left.descriptor(),
              right.descriptor(),
              null,
              result.descriptor(),
              attributes),
          "multiply [" + m + ", " + k + "] by [" + k + ", " + n + "]");
      return new Execution(
          engine,
          0,
          description,
          Operand.of(DNNL_ARG_SRC, left.descriptor(), NativeBuffer.of(a), 0),
          Operand.of(DNNL_ARG_WEIGHTS, right.descriptor(), NativeBuffer.of(b), 0),
          Operand.of(DNNL_ARG_DST, result.descriptor(), NativeBuffer.of(c), 0));
    } finally {
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
    }
  }
}
