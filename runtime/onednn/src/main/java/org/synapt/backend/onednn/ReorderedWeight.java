package org.synapt.backend.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;

/** A copy of a weight as a primitive wants it, made again when the weight has changed. */
final class ReorderedWeight implements AutoCloseable {
  private final NativeMemory source;
  private final NativeMemory copy;
  private final Execution reorder;
  private long version;

  /**
   * A copy, not made yet.
   *
   * @param engine the backend's
   * @param part who makes it
   * @param weight read
   * @param wanted how the copy lies
   */
  ReorderedWeight(Engine engine, int part, LayoutChange.End weight, dnnl_memory_desc wanted) {
    source = weight.memory();
    version = source.version() - 1;
    copy = new NativeMemory(engine.ledger(), Layout.floats(wanted));
    reorder =
        LayoutChange.prepare(engine, part, weight, new LayoutChange.End(wanted, copy, 0), false);
  }

  /** Where the copy lies. */
  NativeMemory memory() {
    return copy;
  }

  /** Makes the copy, unless that of last time still holds. */
  void refresh() {
    if (!source.isAt(version)) {
      long now = source.version();
      reorder.run();
      version = now;
    }
  }

  @Override
  public void close() {
    reorder.close();
  }
}
