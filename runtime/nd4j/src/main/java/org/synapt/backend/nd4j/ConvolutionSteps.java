package org.synapt.backend.nd4j;

import java.util.List;

/**
 * Convolutions as products of patches and weights, a block of results at a time.
 *
 * <p>A gradient of x is a convolution of dy too, once for each phase of the image, with those
 * positions of the window that reach the phase; their weights lie transposed.
 */
final class ConvolutionSteps {
  /**
   * Floats of patches at a time: what ND4J copies and multiplies fastest is 1 to 4 MB, and of a
   * quarter of that its calls begin to show. More on a GPU, where calls cost more.
   */
  private static final long HERE = 1 << 20;

  private static final long ELSEWHERE = 1 << 23;

  private final long least;
  private final Scratch images;
  private final Scratch patches;
  private final Scratch weights;
  private final Scratch results;

  ConvolutionSteps(Engine engine) {
    this(engine, engine.here() ? HERE : ELSEWHERE);
  }

  /** PreparedSteps for blocks of so many floats of patches. */
  ConvolutionSteps(Engine engine, long least) {
    this.least = least;
    images = new Scratch(engine);
    patches = new Scratch(engine);
    weights = new Scratch(engine);
    results = new Scratch(engine);
  }

  private List<Block> blocks(int batch, Field field, int patch, int result) {
    return Block.of(batch, field, field.isSame() ? result : Math.max(patch, result), least);
  }

  /** {@code y = x ∗ weight}, or added to y. */
  PreparedSteps forward(
      ConvolutionShape it, Nd4jBuffer x, Nd4jBuffer weight, Nd4jBuffer y, boolean add) {
    PreparedSteps steps = new PreparedSteps();
    Patches rows = new Patches(steps, images, patches, 0f);
    Field field = Field.forward(it.windows());
    int inGroup = it.inGroup();
    int n = it.filtersInGroup();
    int k = field.taps() * inGroup;
    for (Block block : blocks(it.batch(), field, k, 1)) {
      for (int group = 0; group < it.groups(); group++) {
        Rows a = rows.rows(field, block, x, it.channels(), group * inGroup, inGroup);
        Rows b = new Rows(weight, group * n, it.filters());
        Rows c = new Rows(y, block.first(field) * it.filters() + group * n, it.filters());
        steps.multiply(block.results(), k, n, a, b, c, add);
      }
    }
    return steps;
  }

  /** The gradient of the weight, or added to dweight. */
  PreparedSteps weightGradient(
      ConvolutionShape it, Nd4jBuffer x, Nd4jBuffer dy, Nd4jBuffer dweight, boolean add) {
    PreparedSteps steps = new PreparedSteps();
    Patches rows = new Patches(steps, images, patches, 0f);
    Field field = Field.forward(it.windows());
    int inGroup = it.inGroup();
    int n = it.filtersInGroup();
    int m = field.taps() * inGroup;
    boolean begun = add;
    for (Block block : blocks(it.batch(), field, m, 1)) {
      for (int group = 0; group < it.groups(); group++) {
        Rows a = rows.rows(field, block, x, it.channels(), group * inGroup, inGroup);
        Rows b = new Rows(dy, block.first(field) * it.filters() + group * n, it.filters());
        Rows c = new Rows(dweight, group * n, it.filters());
        steps.multiplyTransA(m, block.results(), n, a, b, c, begun);
      }
      begun = true;
    }
    if (!begun) {
      steps.fill(dweight, it.weights(), 0f);
    }
    return steps;
  }

  /** The gradient of x, or added to dx. */
  PreparedSteps dataGradient(
      ConvolutionShape it, Nd4jBuffer dy, Nd4jBuffer weight, Nd4jBuffer dx, boolean add) {
    PreparedSteps steps = new PreparedSteps();
    List<Phase> phases = Phase.of(it.windows());
    Patches rows = new Patches(steps, images, patches, 0f);
    if (!add && phases.stream().anyMatch(phase -> phase.field().isEmpty())) {
      steps.fill(dx, it.batch() * it.image(), 0f);
    }
    for (Phase phase : phases) {
      if (!phase.field().isEmpty()) {
        gather(steps, rows, it, phase, phases.size() == 1, dy, weight, dx, add);
      }
    }
    return steps;
  }

  private void gather(
      PreparedSteps steps,
      Patches rows,
      ConvolutionShape it,
      Phase phase,
      boolean alone,
      Nd4jBuffer dy,
      Nd4jBuffer weight,
      Nd4jBuffer dx,
      boolean add) {
    Field field = phase.field();
    int inGroup = it.filtersInGroup();
    int n = it.inGroup();
    int k = field.taps() * inGroup;
    boolean single = field.taps() == 1;
    Rows turned =
        single
            ? new Rows(weight, phase.position(field, 0) * n * it.filters(), it.filters())
            : turned(steps, it, phase, weight);
    int groupStep = single ? inGroup : n * k;
    for (Block block : blocks(it.batch(), field, k, alone ? 1 : it.channels())) {
      Nd4jBuffer to = alone ? dx : results.room(block.results() * it.channels());
      StridedCopy spread = phase.spread(block, it.channels(), to, 0, dx);
      if (add && !alone) {
        steps.copy(spread.backwards());
      }
      int first = alone ? block.first(field) * it.channels() : 0;
      for (int group = 0; group < it.groups(); group++) {
        Rows a = rows.rows(field, block, dy, it.filters(), group * inGroup, inGroup);
        Rows b = new Rows(turned.buffer(), turned.at() + group * groupStep, turned.step());
        Rows c = new Rows(to, first + group * n, it.channels());
        steps.multiplyTransB(block.results(), k, n, a, b, c, add);
      }
      if (!alone) {
        steps.copy(spread);
      }
    }
  }

  /** The weights of a field's taps, as [groups, c / groups, taps, f / groups]. */
  private Rows turned(PreparedSteps steps, ConvolutionShape it, Phase phase, Nd4jBuffer weight) {
    Field field = phase.field();
    int n = it.inGroup();
    int inGroup = it.filtersInGroup();
    int row = field.taps() * inGroup;
    Nd4jBuffer turned = weights.room(n * it.groups() * row);
    for (int tap = 0; tap < field.taps(); tap++) {
      steps.copy(
          new StridedCopy(
                  weight, phase.position(field, tap) * n * it.filters(), turned, tap * inGroup)
              .axis(it.groups(), inGroup, n * row)
              .axis(n, it.filters(), row)
              .axis(inGroup, 1, 1));
    }
    return new Rows(turned, 0, row);
  }
}
