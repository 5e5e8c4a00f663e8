package org.synapt.backend.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;

/**
 * {@code y[i, j, …] = x[i, j, …]}, where each axis has a step of its own in x and in y; a step of 0
 * in x repeats what lies there.
 *
 * <pre>{@code
 * movement.begin().axis(rows, 784, 10).axis(10, 1, 1).move(x, 0, y, 0);
 * }</pre>
 *
 * <p>ND4J assigns a view to a view, at 0.3 to 0.7 ns a float. Where Java reaches the floats and
 * they lie in few long pieces, it copies those, at about 0.1.
 */
final class Movement {
  /** Floats that Java copies at a time, so that they are in the L1 cache still. */
  private static final int BLOCK = 2_048;

  /** Pieces that Java copies while ND4J prepares itself, and floats that it assigns meanwhile. */
  private static final int FEW = 16;

  private static final int FLOATS_PER_PIECE = 128;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Engine engine;
  private final float[][] blocks;
  private final Workers.Task part = this::part;
  private final Calls<List<Assign>> calls = new Calls<>(op -> {});

  private int[] extents = new int[8];
  private int[] xSteps = new int[8];
  private int[] ySteps = new int[8];
  private int axes;
  private int size;
  private int parts;
  private Nd4jBuffer x;
  private int xAt;
  private Nd4jBuffer y;
  private int yAt;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  Movement(Engine engine) {
    this.engine = engine;
    this.blocks = new float[engine.workers().threads()][BLOCK];
  }

  /** Begins to describe what moves where: its axes, the outermost first. */
  Movement begin() {
    axes = 0;
    size = 1;
    return this;
  }

  /** An axis; with the one before it they are one if they walk through memory as one. */
  Movement axis(int extent, int xStep, int yStep) {
    size *= extent;
    if (extent == 1) {
      return this;
    }
    int last = axes - 1;
    if (axes > 0 && xSteps[last] == extent * xStep && ySteps[last] == extent * yStep) {
      extents[last] *= extent;
      xSteps[last] = xStep;
      ySteps[last] = yStep;
    } else {
      push(extent, xStep, yStep);
    }
    return this;
  }

  private void push(int extent, int xStep, int yStep) {
    if (axes == extents.length) {
      extents = Arrays.copyOf(extents, 2 * axes);
      xSteps = Arrays.copyOf(xSteps, 2 * axes);
      ySteps = Arrays.copyOf(ySteps, 2 * axes);
    }
    extents[axes] = extent;
    xSteps[axes] = xStep;
    ySteps[axes++] = yStep;
  }

  /** Moves it, from a float of x on to a float of y on. */
  void move(Nd4jBuffer fromX, int fromAt, Nd4jBuffer toY, int toAt) {
    if (size == 0) {
      return;
    }
    if (axes == 0) {
      push(1, 1, 1);
    }
    x = fromX;
    xAt = fromAt;
    y = toY;
    yAt = toAt;
    if (engine.here() && inFewPieces()) {
      parts = size < PARALLEL ? 1 : engine.workers().threads();
      engine.workers().run(parts, part);
    } else {
      assign();
    }
  }

  private boolean inFewPieces() {
    int last = axes - 1;
    return xSteps[last] == 1
        && ySteps[last] == 1
        && size / extents[last] <= FEW + size / FLOATS_PER_PIECE;
  }

  /** Copies a share of the floats, piece by piece. */
  private void part(int i) {
    int piece = extents[axes - 1];
    int end = Parts.begin(size, i + 1, parts);
    int at = Parts.begin(size, i, parts);
    while (at < end) {
      int within = at % piece;
      int floats = Math.min(Math.min(piece - within, end - at), BLOCK);
      x.get(xAt + place(at / piece, xSteps) + within, blocks[i], 0, floats);
      y.put(yAt + place(at / piece, ySteps) + within, blocks[i], 0, floats);
      at += floats;
    }
  }

  /** Where a piece begins. */
  private int place(int piece, int[] steps) {
    int place = 0;
    int rest = piece;
    for (int axis = axes - 2; axis >= 0; axis--) {
      place += rest % extents[axis] * steps[axis];
      rest /= extents[axis];
    }
    return place;
  }

  private void assign() {
    calls.begin(axes).with(x).with(xAt).with(y).with(yAt);
    for (int axis = 0; axis < axes; axis++) {
      calls.with(extents[axis]).with(xSteps[axis]).with(ySteps[axis]);
    }
    Optional<List<Assign>> known = calls.find();
    for (Assign op : known.isPresent() ? known.get() : calls.keep(prepare())) {
      Nd4j.getExecutioner().exec(op);
    }
  }

  private List<Assign> prepare() {
    StridedCopy copy = new StridedCopy(x, xAt, y, yAt);
    for (int axis : order()) {
      copy.axis(extents[axis], xSteps[axis], ySteps[axis]);
    }
    return copy.ops();
  }

  /**
   * The axes, the shorter of those along which x and y lie closely last: the lines of memory that
   * it touches in the other are in the cache still when its neighbour touches them.
   */
  private int[] order() {
    int last = Math.max(0, axes - 1);
    for (int axis = 0; axis < axes; axis++) {
      boolean close = xSteps[axis] == 1 || ySteps[axis] == 1;
      last = close && extents[axis] < extents[last] ? axis : last;
    }
    int[] order = new int[axes];
    int count = 0;
    for (int axis = 0; axis < axes; axis++) {
      if (axis != last) {
        order[count++] = axis;
      }
    }
    order[count] = last;
    return order;
  }
}
