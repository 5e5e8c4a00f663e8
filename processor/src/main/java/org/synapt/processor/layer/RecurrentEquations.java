package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.graph.Value;
import org.synapt.processor.layer.RecurrentRow.Way;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.RandomMask;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Recurrent.Operand;
import org.synapt.processor.op.Recurrent.Option;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Step;
import org.synapt.processor.op.ZeroPadding;
import org.synapt.processor.shape.Shape;

/** Writes the equations of a recurrent row: an op for each direction, and what surrounds it. */
final class RecurrentEquations {
  private static final Map<String, Elementwise> MERGES =
      Map.of(
          "SUM", Elementwise.of("f + b", "f", "b"),
          "MUL", Elementwise.of("f * b", "f", "b"),
          "AVE", Elementwise.of("(f + b) / 2", "f", "b"));

  private final RecurrentRow row;
  private final List<Value> operands;
  private final Lowering lowering;

  RecurrentEquations(RecurrentRow row, List<Value> operands, Lowering lowering) {
    this.row = row;
    this.operands = operands;
    this.lowering = lowering;
  }

  Value value() {
    Optional<Value> mask = lowering.mask(operands.get(0));
    List<Value> directions = new ArrayList<>();
    for (Way way : row.ways()) {
      directions.add(inDirection(way, mask));
    }
    Value y = row.isBidirectional() ? merged(directions) : directions.get(0);
    boolean stepByStep = row.givesSequence() && !row.layer().flag("goBackwards");
    return stepByStep ? mask.map(it -> lowering.masked(y, it)).orElse(y) : y;
  }

  private Value merged(List<Value> directions) {
    Value[] both = directions.toArray(Value[]::new);
    String mode = row.mergeMode();
    return mode.equals("CONCAT")
        ? lowering.emit("both", new Concatenate(both[0].shape().rank() - 1), both)
        : lowering.emit("both", Objects.requireNonNull(MERGES.get(mode)), both);
  }

  private Value inDirection(Way way, Optional<Value> mask) {
    Map<Operand, Value> given = new EnumMap<>(Operand.class);
    given.put(Operand.X, kept());
    given.put(Operand.KERNEL, lowering.parameter(way.named("kernel")));
    given.put(Operand.RECURRENT_KERNEL, lowering.parameter(way.named("recurrentKernel")));
    if (row.layer().flag("useBias")) {
      given.put(Operand.BIAS, lowering.parameter(way.named("bias")));
    }
    mask.ifPresent(it -> given.put(Operand.MASK, it));
    putRecurrentMask(way, given);
    putStates(way, given);
    Set<Option> options = row.options(way);
    if (asksForCell(given.get(Operand.X).shape())) {
      options.add(Option.GIVES_CELL);
    }
    return state(run(way, options, given));
  }

  /** What the dropout leaves of the sequence: the same values in all steps. */
  private Value kept() {
    Value x = operands.get(0);
    return DropoutLayer.lower(x, row.layer().decimal("dropout"), x.shape().with(0, 1), lowering);
  }

  private void putRecurrentMask(Way way, Map<Operand, Value> given) {
    float rate = (float) row.layer().decimal("recurrentDropout");
    if (lowering.training() && rate > 0) {
      RandomMask mask = new RandomMask(rate, lowering.stream(), Shape.of(row.columns()));
      given.put(Operand.RECURRENT_MASK, lowering.emit(way.named("recurrentMask"), mask));
    }
  }

  private void putStates(Way way, Map<Operand, Value> given) {
    int states = row.cell().states();
    int first = 1 + (way == Way.BACKWARD ? states : 0);
    if (row.isStateful()) {
      given.put(Operand.HIDDEN, lowering.parameter(way.named("hidden")));
    } else if (operands.size() > 1) {
      given.put(Operand.HIDDEN, operands.get(first));
    }
    if (states > 1 && row.isStateful()) {
      given.put(Operand.CELL, lowering.parameter(way.named("cell")));
    } else if (states > 1 && operands.size() > 1) {
      given.put(Operand.CELL, operands.get(first + 1));
    }
  }

  /**
   * Whether a row takes the cell's state and gets it as a further step. Where each batch decides
   * how many steps there are, one more of them cannot be said: the row that takes it runs the layer
   * again then.
   */
  private boolean asksForCell(Shape x) {
    boolean asked =
        lowering.readers().stream()
            .anyMatch(reader -> reader.is("State") && reader.constant("value").equals("CELL"));
    return asked && !(row.givesSequence() && x.isSymbol(0));
  }

  private Value run(Way way, Set<Option> options, Map<Operand, Value> given) {
    return run(
        lowering,
        way,
        new Recurrent(row.cell(), row.units(), row.formulas(), options, given.keySet()),
        given);
  }

  /** Writes a recurrent op, with room for what its gradient reads if this is to train. */
  static Value run(Lowering lowering, Way way, Recurrent op, Map<Operand, Value> given) {
    Map<Operand, Value> all = new EnumMap<>(given);
    Value x = Objects.requireNonNull(given.get(Operand.X));
    if (lowering.training()) {
      Room room = Room.batched(op.saved(x.shape()));
      all.put(Operand.SAVED, lowering.emit(way.named("saved"), room));
    }
    Recurrent whole = new Recurrent(op.cell(), op.units(), op.gates(), op.options(), all.keySet());
    return lowering.emit(way.named("steps"), whole, all.values().toArray(Value[]::new));
  }

  /** What the row gives of what the op gives, which may have a step more than that. */
  private Value state(Value given) {
    boolean more = given.shape().rank() == 2 && !row.givesSequence();
    if (more) {
      return lowering.emit("last", new Step(0), given);
    }
    Value x = operands.get(0);
    boolean whole = !row.givesSequence() || given.shape().extent(0) == x.shape().extent(0);
    return whole
        ? given
        : lowering.emit("sequence", ZeroPadding.crop(List.of(0, 0), List.of(1, 0)), given);
  }
}
