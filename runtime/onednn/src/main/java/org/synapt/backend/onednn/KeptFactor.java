package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_equal;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;

/**
 * Right factors that seldom change, each copied as the primitives like it, and again only when it
 * has changed: weights, while a network predicts.
 */
final class KeptFactor implements RightFactor {
  private final Engine engine;
  private final List<Copy> copies = new ArrayList<>();

  KeptFactor(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Layout ask(Matrix b) {
    return Layout.any(b.rows(), b.columns());
  }

  @Override
  public Operand bring(Matrix b, dnnl_memory_desc layout, ProductSteps steps) {
    Copy copy =
        copies.stream()
            .filter(other -> other.isOf(steps.part(), b, layout))
            .findFirst()
            .orElseGet(() -> copy(steps.part(), b, layout));
    steps.add(copy);
    return new Operand(DNNL_ARG_WEIGHTS, layout, copy.weight.memory(), 0);
  }

  private Copy copy(int part, Matrix b, dnnl_memory_desc layout) {
    Copy copy = new Copy(engine, part, b, layout);
    copies.add(copy);
    return copy;
  }

  /** One factor, or a piece of one, as products of some sizes like it. */
  private static final class Copy implements Runnable {
    private final int part;
    private final Matrix source;
    private final Layout layout;
    private final ReorderedWeight weight;

    Copy(Engine engine, int part, Matrix source, dnnl_memory_desc descriptor) {
      this.part = part;
      this.source = source;
      this.layout = Layout.copyOf(descriptor);
      engine.ledger().enter(this, layout::close);
      try (Layout plain = source.layout()) {
        this.weight = new ReorderedWeight(engine, part, source.end(plain.descriptor()), descriptor);
      }
    }

    /** Different parts keep copies of their own, for they run at the same time. */
    boolean isOf(int otherPart, Matrix matrix, dnnl_memory_desc descriptor) {
      return part == otherPart
          && source.equals(matrix)
          && dnnl_memory_desc_equal(layout.descriptor(), descriptor) != 0;
    }

    /** Copies what has changed. */
    @Override
    public void run() {
      weight.refresh();
    }
  }
}
