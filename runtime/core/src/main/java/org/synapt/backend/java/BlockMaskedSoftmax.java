package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.MaskedSoftmax;

/** Masked softmax over any memory, a share of the rows for each thread. */
public final class BlockMaskedSoftmax implements MaskedSoftmax {
  private static final float[] NONE = {};

  private final BlockWriting writing;
  private final BlockRows<MaskedRows> blocks;
  private final BlockRows.Block<MaskedRows> softmax = this::softmax;
  private final BlockRows.Block<MaskedRows> gradient = this::gradient;

  private int heads;
  private int queries;
  private int n;
  private boolean causal;
  private Buffer queryMask = Stage.none();
  private Buffer keyMask = Stage.none();
  private Buffer a = Stage.none();
  private Buffer b = Stage.none();
  private Buffer result = Stage.none();

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockMaskedSoftmax(Workers workers, BlockWriting writing) {
    this.writing = writing;
    this.blocks = new BlockRows<>(workers, writing, MaskedRows::new);
  }

  @Override
  public void softmax(
      int batch,
      int heads,
      int queries,
      int n,
      boolean causal,
      Buffer queryMask,
      Buffer keyMask,
      Buffer x,
      Buffer y) {
    set(heads, queries, n, causal, queryMask, keyMask);
    run(batch, x, x, y, softmax);
  }

  @Override
  public void gradient(
      int batch,
      int heads,
      int queries,
      int n,
      boolean causal,
      Buffer queryMask,
      Buffer keyMask,
      Buffer y,
      Buffer dy,
      Buffer dx) {
    set(heads, queries, n, causal, queryMask, keyMask);
    run(batch, y, dy, dx, gradient);
  }

  private void set(
      int heads, int queries, int n, boolean causal, Buffer queryMask, Buffer keyMask) {
    this.heads = heads;
    this.queries = queries;
    this.n = n;
    this.causal = causal;
    this.queryMask = queryMask;
    this.keyMask = keyMask;
  }

  private void run(
      int batch, Buffer a, Buffer b, Buffer result, BlockRows.Block<MaskedRows> block) {
    this.a = a;
    this.b = b;
    this.result = result;
    blocks.run(batch * heads * queries, n, block);
    writing.done(result);
  }

  private void softmax(MaskedRows rows, RowStage stage, int row, int count) {
    float[] x = read(stage, 0, a, row, count);
    float[] y = ArrayBuffer.array(stage.write(2, result, row * n, count * n));
    rows.begin(count, n);
    for (int i = 0; i < count; ) {
      int end = endOfExample(row, i, count);
      limit(rows, stage, row, i, end);
      rows.scores(i, end, n, x);
      rows.weights(i, end, n, y);
      i = end;
    }
  }

  private void gradient(MaskedRows rows, RowStage stage, int row, int count) {
    float[] y = read(stage, 0, a, row, count);
    float[] dy = read(stage, 1, b, row, count);
    float[] dx = ArrayBuffer.array(stage.write(2, result, row * n, count * n));
    rows.begin(count, n);
    for (int i = 0; i < count; ) {
      int end = endOfExample(row, i, count);
      limit(rows, stage, row, i, end);
      rows.gradients(i, end, n, y, dy, dx);
      i = end;
    }
  }

  private float[] read(RowStage stage, int operand, Buffer buffer, int row, int count) {
    return ArrayBuffer.array(stage.read(operand, buffer, row * n, count * n));
  }

  /** Where, among some rows, those end that belong to the example of one. */
  private int endOfExample(int row, int i, int count) {
    int ofOne = heads * queries;
    return Math.min(count, i + ofOne - (row + i) % ofOne);
  }

  /** Says which keys count in some rows of one example. */
  private void limit(MaskedRows rows, RowStage stage, int row, int from, int to) {
    int example = (row + from) / (heads * queries);
    if (keyMask.length() == 0) {
      rows.countAll(n);
    } else {
      rows.count(n, ArrayBuffer.array(stage.read(3, keyMask, example * n, n)));
    }
    boolean some = queryMask.length() > 0;
    float[] asks =
        some ? ArrayBuffer.array(stage.read(4, queryMask, example * queries, queries)) : NONE;
    for (int i = from; i < to; i++) {
      int query = (row + i) % queries;
      boolean counts = !some || asks[query] != 0f;
      rows.limit(i, counts ? (causal ? Math.min(n, query + 1) : n) : 0);
    }
  }
}
