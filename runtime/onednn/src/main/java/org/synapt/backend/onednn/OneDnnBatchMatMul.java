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
import org.synapt.backend.java.Parts;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;

/**
 * Products of each example on oneDNN, some examples for each thread; that of a single example as
 * any product.
 */
final class OneDnnBatchMatMul implements BatchMatMul {
  private static final int PLAIN = 0;
  private static final int TRANS_A = 1;
  private static final int TRANS_B = 2;

  /** What a part computes at least, in multiplications: about 7 µs. */
  private static final long LEAST = 500_000;

  private final Engine engine;
  private final OneDnnMatMul single;
  private final Calls<DividedProduct> calls = new Calls<>(DividedProduct::close);

  OneDnnBatchMatMul(Engine engine) {
    this.engine = engine;
    this.single = new OneDnnMatMul(engine);
  }

  @Override
  public void mult(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (batch == 1) {
      single.mult(m, k, n, a, b, c);
    } else {
      run(PLAIN, batch, m, k, n, a, b, c);
    }
  }

  @Override
  public void multTransA(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (batch == 1) {
      single.multTransA(m, k, n, a, b, c);
    } else {
      run(TRANS_A, batch, m, k, n, a, b, c);
    }
  }

  @Override
  public void multTransB(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (batch == 1) {
      single.multTransB(m, k, n, a, b, c);
    } else {
      run(TRANS_B, batch, m, k, n, a, b, c);
    }
  }

  private void run(int kind, int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    calls.begin(kind).with(batch).with(m).with(k).with(n).with(a).with(b).with(c);
    Optional<DividedProduct> known = calls.find();
    (known.isPresent() ? known.get() : calls.keep(prepare(kind, batch, m, k, n, a, b, c)))
        .run(engine.workers());
  }

  private DividedProduct prepare(
      int kind, int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    Stack left = Stack.of(a, batch, m, k, kind == TRANS_A);
    Stack right = Stack.of(b, batch, k, n, kind == TRANS_B);
    Stack result = Stack.of(c, batch, m, n, false);
    long work = (long) m * k * n * batch;
    int parts = (int) Math.max(1, Math.min(Math.min(engine.parts(), batch), work / LEAST));
    ProductSteps[] steps = new ProductSteps[parts];
    for (int i = 0; i < parts; i++) {
      int from = Parts.begin(batch, i, parts);
      int count = Parts.begin(batch, i + 1, parts) - from;
      steps[i] = new ProductSteps(engine, i);
      steps[i].add(
          product(i, left.part(from, count), right.part(from, count), result.part(from, count)));
    }
    return new DividedProduct(steps);
  }

  private Execution product(int part, Stack a, Stack b, Stack c) {
    dnnl_primitive_attr attributes = engine.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try (Layout left = a.layout();
        Layout right = b.layout();
        Layout result = c.layout()) {
      Status.check(
          dnnl_matmul_primitive_desc_create(
              description,
              engine.cpuEngine(),
              left.descriptor(),
              right.descriptor(),
              null,
              result.descriptor(),
              attributes),
          "multiply " + a.count + " times");
      return new Execution(
          engine,
          part,
          description,
          Operand.of(DNNL_ARG_SRC, left.descriptor(), a.buffer, a.at()),
          Operand.of(DNNL_ARG_WEIGHTS, right.descriptor(), b.buffer, b.at()),
          Operand.of(DNNL_ARG_DST, result.descriptor(), c.buffer, c.at()));
    } finally {
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
    }
  }

  /** Matrices of one shape, one after another; each row after row, or column after column. */
  private record Stack(
      NativeBuffer buffer, int first, int count, int rows, int columns, boolean transposed) {
    static Stack of(Buffer buffer, int count, int rows, int columns, boolean transposed) {
      return new Stack(NativeBuffer.of(buffer), 0, count, rows, columns, transposed);
    }

    Stack part(int from, int partCount) {
      return new Stack(buffer, first + from, partCount, rows, columns, transposed);
    }

    int at() {
      return first * rows * columns;
    }

    Layout layout() {
      return Layout.strided(
          new long[] {count, rows, columns},
          new long[] {(long) rows * columns, transposed ? 1 : columns, transposed ? rows : 1});
    }
  }
}
