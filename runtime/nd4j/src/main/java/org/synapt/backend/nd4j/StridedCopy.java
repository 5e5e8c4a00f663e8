package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;

/**
 * A copy from one layout to another, described axis by axis, the nearest floats last.
 *
 * <p>ND4J has nested loops for three to five axes, 0.4 ns a float on one thread, and takes longer
 * with fewer and ten times longer with more. So axes that lie alike on both sides become one, and
 * of what is still too much the shortest axis becomes copies of their own.
 */
final class StridedCopy {
  private static final int MOST_AXES = 5;
  private static final int LEAST_AXES = 3;

  /** An axis of both sides. */
  private record Axis(int extent, int fromStep, int toStep) {
    boolean continues(Axis nearer) {
      return fromStep == nearer.fromStep * nearer.extent && toStep == nearer.toStep * nearer.extent;
    }
  }

  private final Nd4jBuffer from;
  private final int fromAt;
  private final Nd4jBuffer to;
  private final int toAt;
  private final List<Axis> axes = new ArrayList<>();
  private boolean empty;

  /**
   * A copy of one float, to which axes are added.
   *
   * @param fromAt where the first float is read
   * @param toAt where it is written
   */
  StridedCopy(Nd4jBuffer from, int fromAt, Nd4jBuffer to, int toAt) {
    this.from = from;
    this.fromAt = fromAt;
    this.to = to;
    this.toAt = toAt;
  }

  /**
   * Adds an axis, nearer than those there are.
   *
   * @param fromStep how far apart neighbours are read; 0 reads the same over and over
   * @param toStep how far apart they are written
   */
  StridedCopy axis(int extent, int fromStep, int toStep) {
    empty |= extent == 0;
    if (extent != 1) {
      Axis axis = new Axis(extent, fromStep, toStep);
      int last = axes.size() - 1;
      if (last >= 0 && axes.get(last).continues(axis)) {
        axes.set(last, new Axis(axes.get(last).extent * extent, fromStep, toStep));
      } else {
        axes.add(axis);
      }
    }
    return this;
  }

  /** The same axes with the sides exchanged. */
  StridedCopy backwards() {
    StridedCopy back = new StridedCopy(to, toAt, from, fromAt);
    for (Axis axis : axes) {
      back.axis(axis.extent, axis.toStep, axis.fromStep);
    }
    back.empty = empty;
    return back;
  }

  /** The ops that copy. */
  List<Assign> ops() {
    List<Assign> ops = new ArrayList<>();
    if (!empty) {
      add(ops, axes, 0, 0);
    }
    return ops;
  }

  private void add(List<Assign> ops, List<Axis> left, int fromMore, int toMore) {
    if (left.size() <= MOST_AXES) {
      ops.add(op(left, fromMore, toMore));
      return;
    }
    Axis apart = shortest(left);
    List<Axis> others = new ArrayList<>(left);
    others.remove(apart);
    for (int i = 0; i < apart.extent; i++) {
      add(ops, others, fromMore + i * apart.fromStep, toMore + i * apart.toStep);
    }
  }

  /** The shortest axis, but not the nearest. */
  private static Axis shortest(List<Axis> axes) {
    Axis shortest = axes.get(0);
    for (Axis axis : axes.subList(0, axes.size() - 1)) {
      shortest = axis.extent < shortest.extent ? axis : shortest;
    }
    return shortest;
  }

  private Assign op(List<Axis> axes, int fromMore, int toMore) {
    int rank = Math.max(axes.size(), LEAST_AXES);
    long[] shape = new long[rank];
    long[] fromSteps = new long[rank];
    long[] toSteps = new long[rank];
    for (int i = 0; i < rank; i++) {
      int axis = i - rank + axes.size();
      shape[i] = axis < 0 ? 1 : axes.get(axis).extent;
      fromSteps[i] = axis < 0 ? 1 : axes.get(axis).fromStep;
      toSteps[i] = axis < 0 ? 1 : axes.get(axis).toStep;
    }
    return new Assign(
        from.view(fromAt + fromMore, shape, fromSteps), to.view(toAt + toMore, shape, toSteps));
  }
}
