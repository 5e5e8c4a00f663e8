package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Permute;

/** Some axes of a value, turned to be its last, in order; nothing is done where they are. */
final class LastAxes {
  private final Permute turn;

  LastAxes(int rank, SortedSet<Integer> axes) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    order.removeAll(axes);
    order.addAll(axes);
    turn = new Permute(order);
  }

  private boolean isThere() {
    return turn.order().equals(turn.order().stream().sorted().toList());
  }

  /** The value with those axes last. */
  Value turned(Value x, Lowering lowering) {
    return isThere() ? x : lowering.emit("turned", turn, x);
  }

  /** What a turned value was before. */
  Value back(Value y, Lowering lowering) {
    return isThere() ? y : lowering.emit("turned", turn.inverse(), y);
  }
}
