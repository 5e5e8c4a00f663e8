package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;

/** A right factor that each call copies as the primitive likes it, once for all its steps. */
final class PackedFactor implements RightFactor, AutoCloseable {
  private final Engine engine;
  private final Map<Matrix, Copy> copies = new HashMap<>();

  /** A copy, and how it lies. */
  private record Copy(Layout layout, NativeMemory memory) {}

  PackedFactor(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Layout ask(Matrix b) {
    return Optional.ofNullable(copies.get(b))
        .map(copy -> Layout.copyOf(copy.layout.descriptor()))
        .orElseGet(() -> Layout.any(b.rows(), b.columns()));
  }

  @Override
  public Operand bring(Matrix b, dnnl_memory_desc layout, ProductSteps steps) {
    Copy copy = copies.computeIfAbsent(b, source -> pack(source, layout, steps));
    return new Operand(DNNL_ARG_WEIGHTS, layout, copy.memory, 0);
  }

  private Copy pack(Matrix b, dnnl_memory_desc layout, ProductSteps steps) {
    NativeMemory memory = new NativeMemory(engine.ledger(), Layout.floats(layout));
    steps.pack(b, layout, memory);
    return new Copy(Layout.copyOf(layout), memory);
  }

  /** Forgets the layouts; the steps keep their memory. */
  @Override
  public void close() {
    copies.values().forEach(copy -> copy.layout.close());
  }
}
