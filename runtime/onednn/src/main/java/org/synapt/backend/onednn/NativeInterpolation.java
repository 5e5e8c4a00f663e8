package org.synapt.backend.onednn;

import org.synapt.backend.java.BlockRows;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.RowStage;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Interpolation;

/** Interpolation as Java computes it, a share of the outer extents for each thread. */
final class NativeInterpolation implements Interpolation {
  private final BlockRows<Interpolation> blocks;
  private final BlockRows.Block<Interpolation> linear = this::linear;
  private final BlockRows.Block<Interpolation> linearGradient = this::linearGradient;

  private int extent;
  private int factor;
  private int inner;
  private Buffer from;
  private Buffer to;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeInterpolation(Engine engine, JavaBackend java) {
    blocks =
        new BlockRows<>(
            engine.workers(),
            NativeWriting.BLOCKS,
            () -> java.kernel(Interpolation.class).orElseThrow());
  }

  @Override
  public void linear(int outer, int extent, int factor, int inner, Buffer x, Buffer y) {
    run(outer, extent, factor, inner, x, y, linear);
  }

  @Override
  public void linearGradient(int outer, int extent, int factor, int inner, Buffer dy, Buffer dx) {
    run(outer, extent, factor, inner, dy, dx, linearGradient);
  }

  private void run(
      int outer,
      int extent,
      int factor,
      int inner,
      Buffer from,
      Buffer to,
      BlockRows.Block<Interpolation> block) {
    this.extent = extent;
    this.factor = factor;
    this.inner = inner;
    this.from = from;
    this.to = to;
    blocks.run(outer, extent * factor * inner, block);
    NativeBuffer.touch(to);
  }

  private void linear(Interpolation kernel, RowStage stage, int row, int count) {
    int floats = extent * inner;
    kernel.linear(
        count,
        extent,
        factor,
        inner,
        stage.read(0, from, row * floats, count * floats),
        stage.write(1, to, row * factor * floats, count * factor * floats));
  }

  private void linearGradient(Interpolation kernel, RowStage stage, int row, int count) {
    int floats = extent * inner;
    kernel.linearGradient(
        count,
        extent,
        factor,
        inner,
        stage.read(0, from, row * factor * floats, count * factor * floats),
        stage.write(1, to, row * floats, count * floats));
  }
}
