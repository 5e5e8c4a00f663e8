package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.kernel.Windows;

/**
 * The mean of each window by ND4J's ops: the taps of a block of results are copied apart, and whole
 * copies are added.
 */
final class MeanSteps {
  private final Engine engine;
  private final PoolingBlocks blocks;
  private final Scratch images;
  private final Scratch taps;
  private final Scratch countImages;
  private final Scratch countTaps;
  private final Scratch rooms;

  MeanSteps(Engine engine, PoolingBlocks blocks) {
    this.engine = engine;
    this.blocks = blocks;
    images = new Scratch(engine);
    taps = new Scratch(engine);
    countImages = new Scratch(engine);
    countTaps = new Scratch(engine);
    rooms = new Scratch(engine);
  }

  /** {@code y = Σ x / n}. */
  PreparedSteps mean(int batch, Windows windows, int channels, Nd4jBuffer x, Nd4jBuffer y) {
    PreparedSteps steps = new PreparedSteps();
    Patches patches = new Patches(steps, images, taps, 0f);
    Field field = Field.forward(windows);
    Nd4jBuffer counts = counts(field);
    for (Block block : PoolingBlocks.of(batch, field, channels)) {
      Taps each = patches.taps(field, block, x, channels);
      int at = block.first(field) * channels;
      INDArray sum = Taps.flat(y, at, each.count());
      steps.copy(each, 0, y, at);
      for (int tap = 1; tap < field.taps(); tap++) {
        steps.pairwise(Pairwise.add(), sum, each.of(tap), sum);
      }
      int first = block.first(field) - block.imageAt() * field.results();
      INDArray divisors = repeated(steps, counts, first, block, channels);
      steps.pairwise(Pairwise.divide(), sum, divisors, sum);
    }
    return steps;
  }

  /** {@code dx = Σ dy / n} over the windows in which a position lies. */
  PreparedSteps gradient(int batch, Windows windows, int channels, Nd4jBuffer dy, Nd4jBuffer dx) {
    PreparedSteps steps = new PreparedSteps();
    Patches gradients = new Patches(steps, images, taps, 0f);
    Patches divisors = new Patches(steps, countImages, countTaps, /* padding= */ 1f);
    Nd4jBuffer counts = counts(Field.forward(windows));
    blocks.gather(
        steps,
        batch,
        windows,
        channels,
        dx,
        (phase, field, block, sum) -> {
          Taps each = gradients.taps(field, block, dy, channels);
          Taps count = divisors.taps(field, block.ofFirstImage(), counts, 1);
          for (int tap = 0; tap < field.taps(); tap++) {
            int first = count.at() + tap * count.count();
            INDArray share = repeated(steps, count.buffer(), first, block, channels);
            steps.pairwise(Pairwise.divide(), each.of(tap), share, share);
            steps.pairwise(Pairwise.add(), sum, share, sum);
          }
        });
    return steps;
  }

  /** A number for each result of a block's image, for every channel of every image. */
  private INDArray repeated(
      PreparedSteps steps, Nd4jBuffer numbers, int at, Block block, int channels) {
    int results = block.results() / block.images();
    Nd4jBuffer room = rooms.room(block.results() * channels);
    steps.copy(
        new StridedCopy(numbers, at, room, 0)
            .axis(block.images(), 0, results * channels)
            .axis(results, 1, channels)
            .axis(channels, 0, 1));
    return Taps.flat(room, 0, block.results() * channels);
  }

  /** How many positions of each window lie in the image. */
  private Nd4jBuffer counts(Field field) {
    float[] counts = new float[field.results()];
    int i = 0;
    for (int d = 0; d < field.depth().results(); d++) {
      for (int h = 0; h < field.height().results(); h++) {
        for (int w = 0; w < field.width().results(); w++) {
          counts[i++] =
              field.depth().inside(d) * field.height().inside(h) * field.width().inside(w);
        }
      }
    }
    Nd4jBuffer buffer = engine.allocate(counts.length);
    buffer.put(0, counts, 0, counts.length);
    return buffer;
  }
}
