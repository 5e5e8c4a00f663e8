package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.synapt.kernel.Windows;

/**
 * The largest of each window by ND4J's ops, for floats that are all finite: the taps of a block of
 * results are copied apart, and whole copies are compared.
 *
 * <p>Saved is which position of its window was the largest, counted from 0; of several the first.
 */
final class MaxSteps {
  private final PoolingBlocks blocks;
  private final Scratch images;
  private final Scratch taps;
  private final Scratch numberImages;
  private final Scratch numberTaps;
  private final Scratch rooms;

  MaxSteps(Engine engine, PoolingBlocks blocks) {
    this.blocks = blocks;
    images = new Scratch(engine);
    taps = new Scratch(engine);
    numberImages = new Scratch(engine);
    numberTaps = new Scratch(engine);
    rooms = new Scratch(engine);
  }

  /** {@code y = max x}, and which it was unless saved is of length 0. */
  PreparedSteps max(
      int batch, Windows windows, int channels, Nd4jBuffer x, Nd4jBuffer saved, Nd4jBuffer y) {
    PreparedSteps steps = new PreparedSteps();
    Patches patches = new Patches(steps, images, taps, Float.NEGATIVE_INFINITY);
    Field field = Field.forward(windows);
    for (Block block : PoolingBlocks.of(batch, field, channels)) {
      Taps each = patches.taps(field, block, x, channels);
      int at = block.first(field) * channels;
      INDArray largest = Taps.flat(y, at, each.count());
      steps.copy(each, 0, y, at);
      for (int tap = 1; tap < field.taps(); tap++) {
        steps.pairwise(Pairwise.max(), largest, each.of(tap), largest);
      }
      if (saved.length() > 0) {
        number(steps, field.taps(), each, largest, Taps.flat(saved, at, each.count()));
      }
    }
    return steps;
  }

  /** As many taps as are smaller in a row, from the first on. */
  private void number(PreparedSteps steps, int size, Taps each, INDArray largest, INDArray number) {
    INDArray smaller = Taps.flat(rooms.room(each.count()), 0, each.count());
    steps.fill(number, 0f);
    for (int tap = size - 2; tap >= 0; tap--) {
      steps.pairwise(Pairwise.subtract(), largest, each.of(tap), smaller);
      steps.add(new Step(smaller, smaller, 0));
      steps.add(new ScalarAdd(number, 1));
      steps.pairwise(Pairwise.multiply(), number, smaller, number);
    }
  }

  /** {@code dx = Σ dy} over the windows whose largest a position was. */
  PreparedSteps gradient(
      int batch, Windows windows, int channels, Nd4jBuffer dy, Nd4jBuffer saved, Nd4jBuffer dx) {
    PreparedSteps steps = new PreparedSteps();
    Patches gradients = new Patches(steps, images, taps, 0f);
    Patches numbers = new Patches(steps, numberImages, numberTaps, /* padding= */ -1f);
    blocks.gather(
        steps,
        batch,
        windows,
        channels,
        dx,
        (phase, field, block, sum) -> {
          Taps each = gradients.taps(field, block, dy, channels);
          Taps number = numbers.taps(field, block, saved, channels);
          for (int tap = 0; tap < field.taps(); tap++) {
            INDArray share = share(steps, each, number, tap, phase.position(field, tap));
            steps.pairwise(Pairwise.add(), sum, share, sum);
          }
        });
    return steps;
  }

  /** The gradients of one tap where its number is the saved one, and else 0. */
  private INDArray share(PreparedSteps steps, Taps gradients, Taps numbers, int tap, int number) {
    int count = gradients.count();
    Nd4jBuffer room = rooms.room(2 * count);
    INDArray from = Taps.flat(room, 0, count);
    INDArray behind = Taps.flat(room, count, count);
    steps.add(new Step(numbers.of(tap), from, number - 0.5));
    steps.add(new Step(numbers.of(tap), behind, number + 0.5));
    steps.pairwise(Pairwise.subtract(), from, behind, from);
    steps.pairwise(Pairwise.multiply(), from, gradients.of(tap), from);
    return from;
  }
}
