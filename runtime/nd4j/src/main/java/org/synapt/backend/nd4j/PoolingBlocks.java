package org.synapt.backend.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.kernel.Windows;

/** Results of poolings and of their gradients, a block at a time. */
final class PoolingBlocks {
  /** Floats of taps at a time. */
  private static final long LEAST = 1 << 22;

  private final Scratch gathered;

  PoolingBlocks(Engine engine) {
    gathered = new Scratch(engine);
  }

  /** What adds the steps that give positions of the images their gradient. */
  interface Gradient {
    /** Adds the steps for a block; the sum is 0 before them. */
    void add(Phase phase, Field field, Block block, INDArray sum);
  }

  /** The results of windows. */
  static List<Block> of(int batch, Field field, int channels) {
    return Block.of(batch, field, field.taps() * channels, LEAST);
  }

  /** Adds the steps that gather the gradient of the images, phase by phase. */
  void gather(
      PreparedSteps steps,
      int batch,
      Windows windows,
      int channels,
      Nd4jBuffer dx,
      Gradient gradient) {
    List<Phase> phases = Phase.of(windows);
    if (phases.stream().anyMatch(phase -> phase.field().isEmpty())) {
      steps.fill(dx, batch * windows.positions() * channels, 0f);
    }
    for (Phase phase : phases) {
      Field field = phase.field();
      for (Block block : field.isEmpty() ? List.<Block>of() : of(batch, field, channels)) {
        int count = block.results() * channels;
        Nd4jBuffer to = gathered.room(count);
        INDArray sum = Taps.flat(to, 0, count);
        steps.fill(sum, 0f);
        gradient.add(phase, field, block, sum);
        steps.copy(phase.spread(block, channels, to, 0, dx));
      }
    }
  }
}
