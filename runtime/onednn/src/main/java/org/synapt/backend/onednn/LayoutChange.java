package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Copies what lies in one way to where it lies in another, in another type perhaps. */
final class LayoutChange {
  private LayoutChange() {}

  /**
   * One end.
   *
   * @param layout how it lies
   * @param memory where it lies
   * @param at where it begins there, in floats
   */
  record End(dnnl_memory_desc layout, NativeMemory memory, int at) {}

  /** Prepares {@code to = from}, or {@code to = to + from}, of matrices. */
  static Execution prepare(Engine engine, int part, Matrix from, Matrix to, boolean add) {
    try (Layout layout = to.layout()) {
      return prepare(engine, part, from, to.end(layout.descriptor()), add);
    }
  }

  /** Prepares {@code to = from}, or {@code to = to + from}, of a matrix. */
  static Execution prepare(Engine engine, int part, Matrix from, End to, boolean add) {
    try (Layout layout = from.layout()) {
      return prepare(engine, part, from.end(layout.descriptor()), to, add);
    }
  }

  /**
   * Prepares a copy.
   *
   * @param engine the backend's
   * @param part whose scratchpad it uses
   * @param from read
   * @param to written, or added to
   * @param add whether it is added to
   */
  static Execution prepare(Engine engine, int part, End from, End to, boolean add) {
    dnnl_primitive_attr attributes = engine.attributes();
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try {
      Epilogue.NONE.addTo(attributes, add);
      Status.check(
          dnnl_reorder_primitive_desc_create(
              description,
              from.layout(),
              engine.cpuEngine(),
              to.layout(),
              engine.cpuEngine(),
              attributes),
          "copy an operand that lies otherwise");
      return new Execution(
          engine,
          part,
          description,
          new Operand(DNNL_ARG_FROM, from.layout(), from.memory(), from.at()),
          new Operand(DNNL_ARG_TO, to.layout(), to.memory(), to.at()));
    } finally {
      dnnl_primitive_desc_destroy(description);
      dnnl_primitive_attr_destroy(attributes);
    }
  }
}
