package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Permute;

/** Reorders of oneDNN, divided along the longest axis. */
final class OneDnnPermute implements Permute {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Engine engine;
  private final Calls<Execution[]> calls = new Calls<>(OneDnnPermute::release);
  private final Workers.Task part = this::part;
  private Execution[] executions = new Execution[0];

  OneDnnPermute(Engine engine) {
    this.engine = engine;
  }

  private static void release(Execution[] executions) {
    for (Execution execution : executions) {
      execution.close();
    }
  }

  @Override
  public void permute(int batch, int[] extents, int[] order, Buffer x, Buffer y) {
    calls.begin(0).with(batch).with(x).with(y);
    for (int i = 0; i < order.length; i++) {
      calls.with(extents[i]).with(order[i]);
    }
    Optional<Execution[]> known = calls.find();
    executions =
        known.isPresent()
            ? known.get()
            : calls.keep(
                prepare(
                    PermutedAxes.of(batch, extents, order),
                    NativeBuffer.of(x),
                    NativeBuffer.of(y)));
    engine.workers().run(executions.length, part);
  }

  private void part(int i) {
    executions[i].run();
  }

  private Execution[] prepare(PermutedAxes axes, NativeBuffer x, NativeBuffer y) {
    int longest = axes.longest();
    int extent = axes.extent(longest);
    int parts = axes.size() < PARALLEL ? 1 : Math.min(engine.parts(), extent);
    Execution[] prepared = new Execution[parts];
    for (int i = 0; i < parts; i++) {
      int from = Parts.begin(extent, i, parts);
      int count = Parts.begin(extent, i + 1, parts) - from;
      prepared[i] = prepare(i, axes.with(longest, count), from, longest, x, y);
    }
    return prepared;
  }

  /** Moves what lies from one position on along an axis. */
  private Execution prepare(
      int part, PermutedAxes axes, int from, int axis, NativeBuffer x, NativeBuffer y) {
    try (Layout source = Layout.strided(axes.extents(), axes.from());
        Layout target = Layout.strided(axes.extents(), axes.to())) {
      return LayoutChange.prepare(
          engine,
          part,
          end(source, x, from * (int) axes.from()[axis]),
          end(target, y, from * (int) axes.to()[axis]),
          false);
    }
  }

  private static LayoutChange.End end(Layout layout, NativeBuffer buffer, int offset) {
    return new LayoutChange.End(layout.descriptor(), buffer.memory(), buffer.at() + offset);
  }
}
