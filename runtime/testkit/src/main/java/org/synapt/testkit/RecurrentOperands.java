package org.synapt.testkit;

import static org.synapt.testkit.Numbers.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synapt.kernel.Recurrence.Option;
import org.synapt.kernel.Recurrent;

/** Slots for all that a recurrent layer reads and writes. */
final class RecurrentOperands {
  /** States are made for so many examples more. */
  static final int SPARE = 2;

  final RecurrentCase layer;
  final Slot hidden;
  final Slot cell;
  final Slot saved;
  final Slot y;
  final Slot dy;

  /** In the order of {@link RecurrentReference#operands}. */
  final Slot[] gradients;

  private final Slot x;
  private final Slot kernel;
  private final Slot recurrentKernel;
  private final Slot bias;
  private final Slot mask;
  private final Slot recurrentMask;

  /** Slots for a layer that saves, and is asked for all gradients. */
  RecurrentOperands(RecurrentCase layer) {
    this(layer, layer.batch * layer.recurrence.saved(), true, true, true, true, true, true);
  }

  /** Slots for a layer that is asked for some gradients. */
  RecurrentOperands(RecurrentCase layer, int savedFloats, boolean... asked) {
    this.layer = layer;
    x = Slot.read(layer.x);
    kernel = Slot.read(layer.kernel);
    recurrentKernel = Slot.read(layer.recurrentKernel);
    bias = Slot.read(layer.bias);
    mask = Slot.read(layer.mask);
    recurrentMask = Slot.read(layer.recurrentMask);
    hidden = state(layer.hidden);
    cell = state(layer.cell);
    saved = Slot.written(savedFloats);
    y = Slot.written(layer.results());
    dy = Slot.read(normal(layer.results(), 9));
    Slot[] operands = {
      x, kernel, recurrentKernel, bias, Slot.read(layer.hidden), Slot.read(layer.cell)
    };
    gradients = new Slot[operands.length];
    Arrays.setAll(gradients, i -> Slot.written(asked[i] ? operands[i].before.length : 0));
  }

  private Slot state(float... floats) {
    if (floats.length == 0) {
      return Slot.read();
    }
    int units = layer.recurrence.units();
    float[] longer = Arrays.copyOf(floats, floats.length + SPARE * units);
    Arrays.fill(longer, floats.length, longer.length, -5f);
    return layer.recurrence.has(Option.STATEFUL) ? Slot.updated(longer) : Slot.read(longer);
  }

  Slot[] all() {
    List<Slot> all =
        new ArrayList<>(
            List.of(
                x, kernel, recurrentKernel, bias, mask, recurrentMask, hidden, cell, saved, y, dy));
    all.addAll(List.of(gradients));
    return all.toArray(new Slot[0]);
  }

  void forward(Recurrent recurrent) {
    recurrent.forward(
        layer.recurrence,
        layer.batch,
        x.buffer(),
        kernel.buffer(),
        recurrentKernel.buffer(),
        bias.buffer(),
        mask.buffer(),
        recurrentMask.buffer(),
        hidden.buffer(),
        cell.buffer(),
        saved.buffer(),
        y.buffer());
  }

  void gradient(Recurrent recurrent) {
    recurrent.gradient(
        layer.recurrence,
        layer.batch,
        x.buffer(),
        kernel.buffer(),
        recurrentKernel.buffer(),
        bias.buffer(),
        mask.buffer(),
        recurrentMask.buffer(),
        saved.buffer(),
        dy.buffer(),
        gradients[RecurrentReference.X].buffer(),
        gradients[RecurrentReference.KERNEL].buffer(),
        gradients[RecurrentReference.RECURRENT_KERNEL].buffer(),
        gradients[RecurrentReference.BIAS].buffer(),
        gradients[RecurrentReference.HIDDEN].buffer(),
        gradients[RecurrentReference.CELL].buffer());
  }
}
