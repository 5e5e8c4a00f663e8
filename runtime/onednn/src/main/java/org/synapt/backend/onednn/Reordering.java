package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Copies of matrices that lie otherwise. */
final class Reordering {
  private Reordering() {}

  /** {@code to = from}, or {@code to = to + from}. */
  static Execution of(Engine engine, int part, Matrix from, Matrix to, boolean add) {
    try (Layout layout = to.layout()) {
      return of(engine, part, from, layout.descriptor(), to.memory(), to.at(), add);
    }
  }

  /** {@code to = from}, for a layout that oneDNN wants. */
  static Execution of(
      Engine engine, int part, Matrix from, dnnl_memory_desc layout, NativeMemory to) {
    return of(engine, part, from, layout, to, 0, false);
  }

  private static Execution of(
      Engine engine,
      int part,
      Matrix from,
      dnnl_memory_desc layout,
      NativeMemory to,
      int at,
      boolean add) {
    dnnl_primitive_attr attributes = engine.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try (Layout source = from.layout()) {
      Epilogue.NONE.addTo(attributes, add);
      Status.check(
          dnnl_reorder_primitive_desc_create(
              description,
              source.descriptor(),
              engine.cpuEngine(),
              layout,
              engine.cpuEngine(),
              attributes),
          "copy [" + from.rows() + ", " + from.columns() + "]");
      return new Execution(
          engine,
          part,
          description,
          from.operand(DNNL_ARG_FROM, source),
          new Operand(DNNL_ARG_TO, layout, to, at));
    } finally {
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
    }
  }
}
