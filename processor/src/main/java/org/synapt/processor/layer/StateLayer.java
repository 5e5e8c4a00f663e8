package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Recurrent.Operand;
import org.synapt.processor.op.Recurrent.Option;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Step;
import org.synapt.processor.shape.Shape;

/**
 * A state that a recurrent row ended with.
 *
 * <pre>x, a recurrent row of u units   →   y [b, u], or [b, 2u] of both directions</pre>
 *
 * <p>Problems: {@link Code#StateOfRow}.
 */
final class StateLayer implements Layer {
  private static final String CELL = "CELL";
  private static final String BOTH = "BOTH";

  @Override
  public String annotation() {
    return "State";
  }

  /**
   * Where each batch decides how long a sequence is, its cell's state is found by reading it again,
   * which a row cannot that goes on from where it ended.
   */
  @Override
  public boolean takesSymbols(Use use) {
    boolean goesOn =
        use.operands()
            .get(0)
            .maker()
            .flatMap(RecurrentRow::of)
            .filter(row -> row.isStateful() && row.givesSequence())
            .isPresent();
    return !goesOn || !use.layer().constant("value").equals(CELL);
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Use.Argument operand = use.operands().get(0);
    if (operand.maker().isEmpty()) {
      return Optional.empty();
    }
    Optional<RecurrentRow> row = RecurrentRow.of(operand.maker().get());
    if (row.isEmpty()) {
      problems.add(
          Code.StateOfRow,
          operand.origin(),
          "%s is no recurrent row, but of @%s"
              .formatted(operand.name(), operand.maker().get().name()),
          "name a row of @LSTM, @GRU or @SimpleRNN");
      return Optional.empty();
    }
    return check(use, operand.name(), row.get(), problems)
        ? Optional.of(Shape.of(extent(use.layer(), row.get())))
        : Optional.empty();
  }

  private static boolean check(Use use, String name, RecurrentRow row, Problems problems) {
    Mention layer = use.layer();
    boolean sound = true;
    if (layer.constant("value").equals(CELL) && row.cell() != Recurrent.Cell.LSTM) {
      problems.add(
          Code.StateOfRow,
          layer.origin("value"),
          "%s is of @%s, which has no cell state".formatted(name, row.layer().name()),
          "leave it out: the hidden state is all it has");
      sound = false;
    }
    if (!layer.constant("direction").equals(BOTH) && !row.isBidirectional()) {
      problems.add(
          Code.StateOfRow,
          layer.origin("direction"),
          "%s reads in one direction".formatted(name),
          "leave the direction out, or put @Bidirectional on %s".formatted(name));
      sound = false;
    }
    return sound;
  }

  private static int extent(Mention layer, RecurrentRow row) {
    boolean both = row.isBidirectional() && layer.constant("direction").equals(BOTH);
    return both ? 2 * row.units() : row.units();
  }

  @Override
  public String describe(Mention layer) {
    String state = layer.constant("value").toLowerCase(Locale.ROOT) + " state";
    return layer.constant("direction").equals(BOTH)
        ? state
        : layer.constant("direction").toLowerCase(Locale.ROOT) + " " + state;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    // The steps that do not count have left the states as they were: the mask ends here.
    lowering.mask(operands.get(0));
    List<Equation> directions = new ArrayList<>();
    collect(operands.get(0), lowering, directions);
    List<Value> states = new ArrayList<>();
    for (int i = 0; i < directions.size(); i++) {
      String only = i == 0 ? "BACKWARD" : "FORWARD";
      if (!layer.constant("direction").equals(only)) {
        states.add(state(layer, directions.get(i), lowering));
      }
    }
    if (states.size() > 1) {
      return lowering.emit("both", new Concatenate(0), states.toArray(Value[]::new));
    }
    Value state = states.get(0);
    boolean ofOneWay = directions.size() > 1 && state.equals(directions.get(0).result());
    boolean ofOther = directions.size() > 1 && state.equals(directions.get(1).result());
    return ofOneWay || ofOther ? lowering.emit("state", new Reshape(state.shape()), state) : state;
  }

  /** The recurrent equations that a value is made of: forward first. */
  private static void collect(Value value, Lowering lowering, List<Equation> found) {
    Equation made = lowering.definition(value).orElseThrow();
    if (made.op() instanceof Recurrent) {
      found.add(made);
    } else {
      made.operands().forEach(operand -> collect(operand, lowering, found));
    }
  }

  private static Value state(Mention layer, Equation made, Lowering lowering) {
    Recurrent op = (Recurrent) made.op();
    boolean cell = layer.constant("value").equals(CELL);
    if (cell) {
      Value given = op.has(Option.GIVES_CELL) ? made.result() : again(made, op, lowering);
      return lowering.emit("cell", new Step(-1), given);
    }
    if (!op.has(Option.SEQUENCES) && !op.has(Option.GIVES_CELL)) {
      return made.result();
    }
    return lowering.emit("hidden", new Step(lastRead(op)), made.result());
  }

  private static int lastRead(Recurrent op) {
    if (!op.has(Option.SEQUENCES) || op.has(Option.ALIGNED)) {
      return 0;
    }
    return op.has(Option.GIVES_CELL) ? -2 : -1;
  }

  /** Runs the layer once more, for the states at its end alone. */
  private static Value again(Equation made, Recurrent op, Lowering lowering) {
    Map<Operand, Value> given = new EnumMap<>(Operand.class);
    for (Operand operand : op.given()) {
      if (operand != Operand.SAVED) {
        given.put(operand, op.operand(operand, made.operands()).orElseThrow());
      }
    }
    Set<Option> options = EnumSet.of(Option.GIVES_CELL);
    if (op.has(Option.BACKWARD)) {
      options.add(Option.BACKWARD);
    }
    Recurrent states = new Recurrent(op.cell(), op.units(), op.gates(), options, given.keySet());
    return RecurrentEquations.run(lowering, RecurrentRow.Way.ONLY, states, given);
  }
}
