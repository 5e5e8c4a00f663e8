package org.synapt.processor.layer;

import java.util.List;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Spread;

/**
 * What layers make of masks: values {@code [b, T]} of 1 for a step that counts and 0 for others.
 */
final class StepMask {
  private static final Elementwise EITHER = Elementwise.of("max(a, b)", "a", "b");
  private static final Elementwise KEPT = Elementwise.of("mask > 0 ? x : 0", "mask", "x");

  private StepMask() {}

  /** The mask along all axes of a value: {@code mask [b, T], x [b, T, …] → [b, T, …]}. */
  static Value along(Value x, Value mask, Lowering lowering) {
    Value spread = mask;
    for (int axis = 1; axis < x.shape().rank(); axis++) {
      spread = lowering.emit("counts", new Spread(axis, x.shape().extent(axis)), spread);
    }
    return spread;
  }

  /** x where a step counts, else 0, whatever stands there. */
  static Value kept(Value x, Value mask, Lowering lowering) {
    return lowering.emit("kept", KEPT, along(x, mask, lowering), x);
  }

  /** What counts in one mask or another. */
  static Value either(List<Value> masks, Lowering lowering) {
    Value either = masks.get(0);
    for (Value mask : masks.subList(1, masks.size())) {
      either = mask.equals(either) ? either : lowering.emit("either", EITHER, either, mask);
    }
    return either;
  }
}
