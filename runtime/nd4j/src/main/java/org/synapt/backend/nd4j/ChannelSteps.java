package org.synapt.backend.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolutions of each channel by itself: the taps of a block of results are copied apart, each
 * channel once for each of its filters, and whole copies are multiplied by weights and added.
 *
 * <p>A product of matrices for each channel would take a call of ND4J for each.
 */
final class ChannelSteps {
  /** With more filters for a channel, products of matrices are not slower. */
  private static final int MOST_FILTERS = 4;

  /** Floats of taps at a time. */
  private static final long LEAST = 1 << 22;

  private final long least;
  private final Scratch images;
  private final Scratch taps;
  private final Scratch weights;
  private final Scratch rooms;
  private final Scratch results;

  ChannelSteps(Engine engine) {
    this(engine, LEAST);
  }

  /** PreparedSteps for blocks of so many floats of taps. */
  ChannelSteps(Engine engine, long least) {
    this.least = least;
    images = new Scratch(engine);
    taps = new Scratch(engine);
    weights = new Scratch(engine);
    rooms = new Scratch(engine);
    results = new Scratch(engine);
  }

  static boolean serves(ConvolutionShape it) {
    return it.groups() > 1 && it.inGroup() == 1 && it.filtersInGroup() <= MOST_FILTERS;
  }

  private List<Block> blocks(ConvolutionShape it, Field field) {
    return Block.of(it.batch(), field, field.taps() * it.filters(), least);
  }

  /** {@code y = x ∗ weight}, or added to y. */
  PreparedSteps forward(
      ConvolutionShape it, Nd4jBuffer x, Nd4jBuffer weight, Nd4jBuffer y, boolean add) {
    PreparedSteps steps = new PreparedSteps();
    Patches patches = new Patches(steps, images, taps, 0f);
    Field field = Field.forward(it.windows());
    List<Block> blocks = blocks(it, field);
    Taps factors = new Taps(repeated(it, blocks), 0, longest(it, blocks));
    for (int tap = 0; tap < field.taps(); tap++) {
      repeat(steps, it, weight, tap, factors, tap);
    }
    for (Block block : blocks) {
      Taps each = patches.taps(field, block, x, it.channels(), it.filtersInGroup());
      INDArray to = Taps.flat(y, block.first(field) * it.filters(), each.count());
      sum(steps, field.taps(), each, factors, to, add);
    }
    return steps;
  }

  private static int longest(ConvolutionShape it, List<Block> blocks) {
    return blocks.isEmpty() ? 0 : blocks.get(0).results() * it.filters();
  }

  /** Room for each weight, as often as a block has results. */
  private Nd4jBuffer repeated(ConvolutionShape it, List<Block> blocks) {
    return weights.room(it.windows().size() * longest(it, blocks));
  }

  private static void repeat(
      PreparedSteps steps, ConvolutionShape it, Nd4jBuffer weight, int position, Taps to, int tap) {
    steps.copy(
        new StridedCopy(weight, position * it.filters(), to.buffer(), tap * to.count())
            .axis(to.count() / it.filters(), 0, it.filters())
            .axis(it.filters(), 1, 1));
  }

  /** The taps times their weights, added up in a room of their own if they are added to more. */
  private void sum(
      PreparedSteps steps, int size, Taps each, Taps factors, INDArray to, boolean add) {
    int count = each.count();
    INDArray product = Taps.flat(rooms.room(count), 0, count);
    for (int tap = 0; tap < size; tap++) {
      INDArray factor = Taps.flat(factors.buffer(), tap * factors.count(), count);
      boolean first = tap == 0 && !add;
      steps.pairwise(Pairwise.multiply(), each.of(tap), factor, first ? to : product);
      if (!first) {
        steps.pairwise(Pairwise.add(), to, product, to);
      }
    }
  }

  /** The gradient of the weight, or added to dweight. */
  PreparedSteps weightGradient(
      ConvolutionShape it, Nd4jBuffer x, Nd4jBuffer dy, Nd4jBuffer dweight, boolean add) {
    PreparedSteps steps = new PreparedSteps();
    Patches patches = new Patches(steps, images, taps, 0f);
    Field field = Field.forward(it.windows());
    List<Block> blocks = blocks(it, field);
    int longest = longest(it, blocks);
    Nd4jBuffer ones = weights.room(Math.max(longest / it.filters(), 1));
    steps.fill(Taps.flat(ones, 0, Math.max(longest / it.filters(), 1)), 1f);
    boolean begun = add;
    for (Block block : blocks) {
      Taps each = patches.taps(field, block, x, it.channels(), it.filtersInGroup());
      INDArray gradient = Taps.flat(dy, block.first(field) * it.filters(), each.count());
      Nd4jBuffer product = rooms.room(each.count());
      for (int tap = 0; tap < field.taps(); tap++) {
        INDArray products = Taps.flat(product, 0, each.count());
        steps.pairwise(Pairwise.multiply(), each.of(tap), gradient, products);
        addRows(steps, it, block, ones, product, dweight, tap * it.filters(), begun);
      }
      begun = true;
    }
    if (!begun) {
      steps.fill(dweight, it.weights(), 0f);
    }
    return steps;
  }

  private static void addRows(
      PreparedSteps steps,
      ConvolutionShape it,
      Block block,
      Nd4jBuffer ones,
      Nd4jBuffer rows,
      Nd4jBuffer sum,
      int at,
      boolean add) {
    steps.multiply(
        1,
        block.results(),
        it.filters(),
        new Rows(ones, 0, block.results()),
        new Rows(rows, 0, it.filters()),
        new Rows(sum, at, it.filters()),
        add);
  }

  /** The gradient of x, or added to dx. */
  PreparedSteps dataGradient(
      ConvolutionShape it, Nd4jBuffer dy, Nd4jBuffer weight, Nd4jBuffer dx, boolean add) {
    PreparedSteps steps = new PreparedSteps();
    Patches patches = new Patches(steps, images, taps, 0f);
    List<Phase> phases = Phase.of(it.windows());
    if (!add && phases.stream().anyMatch(phase -> phase.field().isEmpty())) {
      steps.fill(dx, it.batch() * it.image(), 0f);
    }
    for (Phase phase : phases) {
      if (!phase.field().isEmpty()) {
        gather(steps, patches, it, phase, dy, weight, dx, add);
      }
    }
    return steps;
  }

  private void gather(
      PreparedSteps steps,
      Patches patches,
      ConvolutionShape it,
      Phase phase,
      Nd4jBuffer dy,
      Nd4jBuffer weight,
      Nd4jBuffer dx,
      boolean add) {
    Field field = phase.field();
    List<Block> blocks = blocks(it, field);
    Taps factors = new Taps(repeated(it, blocks), 0, longest(it, blocks));
    for (int tap = 0; tap < field.taps(); tap++) {
      repeat(steps, it, weight, phase.position(field, tap), factors, tap);
    }
    for (Block block : blocks) {
      Taps each = patches.taps(field, block, dy, it.filters(), 1);
      Nd4jBuffer room = results.room(2 * each.count());
      sum(steps, field.taps(), each, factors, Taps.flat(room, 0, each.count()), false);
      fold(steps, it, block, room, phase, dx, add);
    }
  }

  /** Adds up the filters of each channel, and brings them to where they belong. */
  private void fold(
      PreparedSteps steps,
      ConvolutionShape it,
      Block block,
      Nd4jBuffer room,
      Phase phase,
      Nd4jBuffer dx,
      boolean add) {
    int m = it.filtersInGroup();
    int count = block.results() * it.channels();
    int behind = count * m;
    INDArray sum = Taps.flat(room, behind, count);
    INDArray next = Taps.flat(rooms.room(count), 0, count);
    StridedCopy spread = phase.spread(block, it.channels(), room, behind, dx);
    if (add) {
      steps.copy(spread.backwards());
    }
    for (int j = 0; j < m; j++) {
      boolean first = j == 0 && !add;
      Nd4jBuffer to = first ? room : rooms.room(count);
      steps.copy(new StridedCopy(room, j, to, first ? behind : 0).axis(count, m, 1));
      if (!first) {
        steps.pairwise(Pairwise.add(), sum, next, sum);
      }
    }
    steps.copy(spread);
  }
}
