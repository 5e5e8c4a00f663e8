package org.synapt.backend.nd4j;

import org.synapt.backend.java.BlockRows;
import org.synapt.backend.java.RowStage;
import org.synapt.backend.java.Stage;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;

/**
 * Java's convolution, on copies of a few examples at a time.
 *
 * <p>It serves groups so thin that patches cost more than their products: 3 x 3 windows over 32
 * channels in 8 groups take Java a third of the time, and in 32 groups a tenth.
 */
final class HeapConvolution {
  /** Weights of a group and a position below which Java is faster. */
  private static final int THIN = 256;

  /** Floats of the images in a block of a weight's gradient: what Java divides among threads. */
  private static final int SUMMED = 1 << 17;

  private final BlockRows<Convolution> blocks;
  private final BlockRows.Block<Convolution> forward = this::forward;
  private final BlockRows.Block<Convolution> dataGradient = this::dataGradient;
  private final Stage weights = new Stage(Buffer::put);
  private final Stage sums = new Stage(Buffer::put);
  private final Convolution summing;

  private ConvolutionShape it;
  private boolean add;
  private Nd4jBuffer images;
  private Buffer weight;
  private Nd4jBuffer results;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  HeapConvolution(Engine engine) {
    summing = kernel(engine);
    blocks = new BlockRows<>(engine.workers(), Buffer::put, () -> kernel(engine));
  }

  private static Convolution kernel(Engine engine) {
    return engine.java().kernel(Convolution.class).orElseThrow();
  }

  static boolean serves(Engine engine, ConvolutionShape it) {
    return engine.here() && it.groups() > 1 && it.inGroup() * it.filtersInGroup() < THIN;
  }

  /** {@code y = x ∗ weight}, or added to y. */
  void forward(
      ConvolutionShape shape, Nd4jBuffer x, Nd4jBuffer newWeight, Nd4jBuffer y, boolean newAdd) {
    set(shape, x, newWeight, y, newAdd);
    blocks.run(it.batch(), it.image(), forward);
  }

  /** The gradient of x, or added to dx. */
  void dataGradient(
      ConvolutionShape shape, Nd4jBuffer dy, Nd4jBuffer newWeight, Nd4jBuffer dx, boolean newAdd) {
    set(shape, dx, newWeight, dy, newAdd);
    blocks.run(it.batch(), it.image(), dataGradient);
  }

  private void set(
      ConvolutionShape shape,
      Nd4jBuffer newImages,
      Nd4jBuffer newWeight,
      Nd4jBuffer newResults,
      boolean newAdd) {
    it = shape;
    images = newImages;
    weight = weights.read(0, newWeight, it.weights());
    results = newResults;
    add = newAdd;
  }

  private void forward(Convolution kernel, RowStage stage, int example, int count) {
    Buffer x = stage.read(0, images, example * it.image(), count * it.image());
    Buffer y = written(stage, results, example * it.result(), count * it.result());
    if (add) {
      kernel.forwardAdd(
          count, it.windows(), it.channels(), it.filters(), it.groups(), x, weight, y);
    } else {
      kernel.forward(count, it.windows(), it.channels(), it.filters(), it.groups(), x, weight, y);
    }
  }

  private void dataGradient(Convolution kernel, RowStage stage, int example, int count) {
    Buffer dy = stage.read(0, results, example * it.result(), count * it.result());
    Buffer dx = written(stage, images, example * it.image(), count * it.image());
    if (add) {
      kernel.dataGradientAdd(
          count, it.windows(), it.channels(), it.filters(), it.groups(), dy, weight, dx);
    } else {
      kernel.dataGradient(
          count, it.windows(), it.channels(), it.filters(), it.groups(), dy, weight, dx);
    }
  }

  private Buffer written(RowStage stage, Nd4jBuffer to, int at, int floats) {
    if (add) {
      stage.read(1, to, at, floats);
    }
    return stage.write(1, to, at, floats);
  }

  /** The gradient of the weight, or added to dweight; block after block, in their order. */
  void weightGradient(
      ConvolutionShape shape, Nd4jBuffer x, Nd4jBuffer dy, Nd4jBuffer dweight, boolean newAdd) {
    it = shape;
    int examples = Math.max(1, SUMMED / Math.max(it.image(), it.result()));
    Buffer sum = sums.update(2, dweight, it.weights());
    if (!newAdd && it.batch() == 0) {
      sum.put(0, new float[it.weights()], 0, it.weights());
    }
    for (int example = 0; example < it.batch(); example += examples) {
      int count = Math.min(examples, it.batch() - example);
      Buffer some = sums.read(0, x, example * it.image(), count * it.image());
      Buffer gradients = sums.read(1, dy, example * it.result(), count * it.result());
      addWeights(count, some, gradients, sum, newAdd || example > 0);
    }
    sums.back();
  }

  private void addWeights(int count, Buffer x, Buffer dy, Buffer dweight, boolean added) {
    if (added) {
      summing.weightGradientAdd(
          count, it.windows(), it.channels(), it.filters(), it.groups(), x, dy, dweight);
    } else {
      summing.weightGradient(
          count, it.windows(), it.channels(), it.filters(), it.groups(), x, dy, dweight);
    }
  }
}
