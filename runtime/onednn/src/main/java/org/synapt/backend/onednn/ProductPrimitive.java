package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fpmath_mode_strict;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_fpmath_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** A product of matrices that oneDNN can run, before its right factor has a place. */
final class ProductPrimitive implements AutoCloseable {
  private final Engine engine;
  private final Matrix a;
  private final Matrix c;
  private final Ending ending;
  private final Layout left;
  private final Layout result;
  private final Optional<Layout> bias;
  private final dnnl_primitive_desc description = new dnnl_primitive_desc();

  /**
   * {@code c = f(a · b)} or {@code c = f(c + a · b)}.
   *
   * @param right how b lies, or {@link Layout#any}
   * @param add whether c is added to
   */
  ProductPrimitive(Engine engine, Matrix a, Layout right, Matrix c, boolean add, Ending ending) {
    this.engine = engine;
    this.a = a;
    this.c = c;
    this.ending = ending;
    this.left = a.layout();
    this.result = c.layout();
    this.bias = ending.bias().map(Matrix::layout);
    dnnl_primitive_attr attributes = attributes(add);
    try {
      Status.check(
          dnnl_matmul_primitive_desc_create(
              description,
              engine.cpuEngine(),
              left.descriptor(),
              right.descriptor(),
              bias.map(Layout::descriptor).orElse(null),
              result.descriptor(),
              attributes),
          "multiply [" + a.rows() + ", " + a.columns() + "] by " + c.columns() + " columns");
    } finally {
      dnnl_primitive_attr_destroy(attributes);
    }
  }

  private dnnl_primitive_attr attributes(boolean add) {
    dnnl_primitive_attr attributes = engine.attributes();
    if (a.rows() == 1) {
      // A single row waits for memory; units for less precision make it slower, by four times.
      dnnl_primitive_attr_set_fpmath_mode(attributes, dnnl_fpmath_mode_strict);
    }
    ending.epilogue().addTo(attributes, add);
    return attributes;
  }

  /** How b must lie. */
  dnnl_memory_desc right() {
    return dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
  }

  /** The product with a b that lies so. */
  Execution of(int part, Operand b) {
    List<Operand> operands = new ArrayList<>();
    operands.add(a.operand(DNNL_ARG_SRC, left));
    operands.add(b);
    operands.add(c.operand(DNNL_ARG_DST, result));
    bias.ifPresent(
        layout -> operands.add(ending.bias().orElseThrow().operand(DNNL_ARG_BIAS, layout)));
    return new Execution(engine, part, description, operands.toArray(new Operand[0]));
  }

  @Override
  public void close() {
    dnnl_primitive_desc_destroy(description);
    left.close();
    result.close();
    bias.ifPresent(Layout::close);
  }
}
