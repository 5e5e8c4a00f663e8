package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;

import java.util.ArrayList;
import java.util.List;
import org.synapt.backend.java.Parts;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Windows;

/**
 * Pooling of a batch, group of examples by group, as oneDNN does it; or nothing where Java is
 * quicker.
 *
 * <p>Max keeps the number of the position that was the largest for each window, in a byte if
 * windows have no more positions than that. A group's numbers begin where as many floats would.
 */
final class PoolingCall implements AutoCloseable {
  /** What to compute. */
  enum Pass {
    /** y, and the numbers that the gradient reads. */
    TRAINING,
    /** y. */
    INFERENCE,
    /** dx. */
    BACKWARD
  }

  /** Floats of a group's images: after a first look at them they lie in the L2 cache still. */
  private static final int GROUP = 1 << 18;

  /** Below this many floats of images a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final int batch;
  private final int parts;
  private final int groups;
  private final Windows windows;
  private final int channels;
  private final List<Execution> executions = new ArrayList<>();
  private boolean fast = true;
  private int bytesOfNumber;

  /**
   * Prepares them.
   *
   * @param x the images, or their gradient
   * @param saved the numbers, if max is to keep or to read any
   * @param y the results, or their gradient
   */
  PoolingCall(
      Engine engine,
      boolean max,
      Pass pass,
      int batch,
      Windows windows,
      int channels,
      Buffer x,
      Buffer saved,
      Buffer y) {
    this.batch = batch;
    this.windows = windows;
    this.channels = channels;
    long floats = (long) windows.positions() * channels;
    parts = batch * floats < PARALLEL ? 1 : Math.min(batch, engine.parts());
    int most = (int) Math.max(1, GROUP / floats);
    int least = Math.max(parts, (batch + most - 1) / most);
    groups = Math.min(batch, (least + parts - 1) / parts * parts);
    for (int group = 0; fast && group < groups; group++) {
      prepare(engine, max, pass, group, x, saved, y);
    }
  }

  private void prepare(
      Engine engine, boolean max, Pass pass, int group, Buffer x, Buffer saved, Buffer y) {
    int examples = first(group + 1) - first(group);
    try (PoolingPrimitives pooling =
        new PoolingPrimitives(engine, max, examples, windows, channels)) {
      fast = pooling.fast();
      if (fast) {
        List<Operand> operands = operands(pooling, pass, group, x, y);
        if (max && pass != Pass.INFERENCE) {
          operands.add(
              Operand.of(
                  DNNL_ARG_WORKSPACE, pooling.numbers(), NativeBuffer.of(saved), results(group)));
          long bytes = dnnl_memory_desc_get_size(pooling.numbers());
          bytesOfNumber = (int) (bytes / (results(group + 1) - results(group)));
        }
        executions.add(
            new Execution(
                engine,
                group * parts / groups,
                pooling.of(pass),
                operands.toArray(Operand[]::new)));
      }
    }
  }

  private List<Operand> operands(
      PoolingPrimitives pooling, Pass pass, int group, Buffer x, Buffer y) {
    boolean back = pass == Pass.BACKWARD;
    List<Operand> operands = new ArrayList<>();
    operands.add(
        Operand.of(
            back ? DNNL_ARG_DIFF_SRC : DNNL_ARG_SRC,
            pooling.image(),
            NativeBuffer.of(x),
            images(group)));
    operands.add(
        Operand.of(
            back ? DNNL_ARG_DIFF_DST : DNNL_ARG_DST,
            pooling.result(),
            NativeBuffer.of(y),
            results(group)));
    return operands;
  }

  /** Whether oneDNN does it. */
  boolean fast() {
    return fast;
  }

  int parts() {
    return parts;
  }

  int groups() {
    return groups;
  }

  /** The first group of a part. */
  int firstGroup(int part) {
    return (groups * part + parts - 1) / parts;
  }

  private int first(int group) {
    return Parts.begin(batch, group, groups);
  }

  /** Where a group begins in the images. */
  int images(int group) {
    return first(group) * windows.positions() * channels;
  }

  /** Where a group begins in the results. */
  int results(int group) {
    return first(group) * windows.count() * channels;
  }

  /** The bytes of a number that max keeps. */
  int bytesOfNumber() {
    return bytesOfNumber;
  }

  /** Runs a group on this thread. */
  void run(int group) {
    executions.get(group).run();
  }

  @Override
  public void close() {
    executions.forEach(Execution::close);
  }
}
