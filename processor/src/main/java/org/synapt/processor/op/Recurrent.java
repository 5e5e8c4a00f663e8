package org.synapt.processor.op;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * A recurrent layer in one direction over whole sequences.
 *
 * <pre>
 * x [b, T, in]   kernel [in, k·u]   recurrentKernel [u, k·u]   →   y [b, u] or [b, T, u]
 * </pre>
 *
 * <p>Its operands stand in the order of {@link Operand}; those from {@link Operand#BIAS} on may be
 * absent.
 *
 * @param cell what happens in a step
 * @param units u
 * @param gates the functions of the gates
 * @param options what else it does; never changes
 * @param given the operands that it has; never changes
 */
public record Recurrent(
    Cell cell, int units, GateFormulas gates, Set<Option> options, Set<Operand> given)
    implements DifferentiableOp {

  /** What happens in a step; the constants are the runtime's. */
  public enum Cell {
    SIMPLE_RNN(1, 1, 1),
    LSTM(4, 2, 2),
    GRU(3, 1, 2);

    private final int gates;
    private final int states;
    private final int kept;

    Cell(int gates, int states, int kept) {
      this.gates = gates;
      this.states = states;
      this.kept = kept;
    }

    /** How often {@code u} the kernel is wide: k. */
    public int gates() {
      return gates;
    }

    /** How many arrays go from step to step. */
    public int states() {
      return states;
    }
  }

  /** What it may do besides; the constants are the runtime's. */
  public enum Option {
    BACKWARD,
    ALIGNED,
    SEQUENCES,
    GIVES_CELL,
    STATEFUL,
    RESET_AFTER
  }

  /** What it takes. */
  public enum Operand {
    X,
    KERNEL,
    RECURRENT_KERNEL,
    BIAS,
    /** {@code [b, T]}: 1 where a step counts, else 0. */
    MASK,
    /** {@code [b, k·u]}: what the state is multiplied by for each gate. */
    RECURRENT_MASK,
    /** The state h at the beginning. */
    HIDDEN,
    /** The state c at the beginning. */
    CELL,
    /** Room for what the gradient reads. */
    SAVED
  }

  private static final Set<Operand> DIFFERENTIABLE =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(Operand.MASK, Operand.RECURRENT_MASK, Operand.SAVED)));

  /** Copies the sets. */
  public Recurrent {
    options = copy(Option.class, options);
    given = copy(Operand.class, given);
  }

  private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> set) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }

  public boolean has(Option option) {
    return options.contains(option);
  }

  /** An operand, if it has that. */
  public Optional<Value> operand(Operand operand, List<Value> operands) {
    return given.contains(operand)
        ? Optional.of(operands.get(position(operand)))
        : Optional.empty();
  }

  private int position(Operand operand) {
    return (int) given.stream().filter(it -> it.compareTo(operand) < 0).count();
  }

  /** The shape of what it saves of a sequence: so many floats for every step. */
  public Shape saved(Shape x) {
    int sums = gates.needSums() ? cell.gates : 0;
    return Shape.of(x.extent(0), (cell.gates + sums + cell.kept) * units);
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    int steps = operands.get(0).shape().extent(0);
    boolean sequences = has(Option.SEQUENCES);
    if (has(Option.GIVES_CELL)) {
      return Value.of(name, Shape.of(sequences ? steps + 1 : 2, units));
    }
    return Value.of(name, sequences ? Shape.of(steps, units) : Shape.of(units));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Set<Operand> asked = EnumSet.noneOf(Operand.class);
    for (Operand operand : DIFFERENTIABLE) {
      operand(operand, y.operands()).filter(tape::needs).ifPresent(it -> asked.add(operand));
    }
    if (asked.contains(Operand.X) && !tape.trains(y.operand(0))) {
      // Only inputs ask for dx, and mostly nobody asks for theirs: it is an equation of its own.
      asked.remove(Operand.X);
      backward(y, dy, EnumSet.of(Operand.X), tape);
    }
    if (!asked.isEmpty()) {
      backward(y, dy, asked, tape);
    }
  }

  /** Writes the first gradient that is asked for as the result, and the others in rooms. */
  private void backward(Equation y, Value dy, Set<Operand> asked, Tape tape) {
    List<Value> wanted = new ArrayList<>();
    asked.forEach(operand -> wanted.add(operand(operand, y.operands()).orElseThrow()));
    List<Value> operands = new ArrayList<>();
    Gradient gradient = new Gradient(this, asked);
    gradient.read().forEach(it -> operands.add(operand(it, y.operands()).orElseThrow()));
    operands.add(dy);
    List<Value> rooms = new ArrayList<>();
    for (Value value : wanted.subList(1, wanted.size())) {
      rooms.add(tape.emitFor(value, new Room(value.shape(), value.batched())));
    }
    operands.addAll(rooms);
    Value first = tape.emitFor(wanted.get(0), gradient, operands.toArray(Value[]::new));
    tape.add(wanted.get(0), first);
    for (int i = 0; i < rooms.size(); i++) {
      tape.add(wanted.get(i + 1), new Written(), rooms.get(i), first);
    }
  }

  /** The products of all steps, and ten operations for each value of a gate. */
  @Override
  public long flops(List<Value> operands, Value result) {
    return flops(operands.get(0).shape(), 1);
  }

  private long flops(Shape x, int times) {
    long columns = (long) cell.gates * units;
    long step = 2 * columns * (x.last() + units);
    return x.withoutLast().size() * (times * step + 10 * columns);
  }

  /** What it saves, and its states if it keeps them. */
  @Override
  public boolean writes(int operand) {
    return is(operand, Operand.SAVED)
        || has(Option.STATEFUL) && (is(operand, Operand.HIDDEN) || is(operand, Operand.CELL));
  }

  private boolean is(int position, Operand operand) {
    return given.contains(operand) && position(operand) == position;
  }

  /** {@code recurrent<lstm, 64, tanh(x), sigmoid(x), sequences, bias, saved>}. */
  @Override
  public String toString() {
    List<Enum<?>> words = new ArrayList<>(options);
    given.stream().skip(Operand.BIAS.ordinal()).forEach(words::add);
    return Stream.concat(
            Stream.of(word(cell), units, gates.activation(), gates.recurrent()),
            words.stream().map(Recurrent::word))
        .map(String::valueOf)
        .collect(joining(", ", "recurrent<", ">"));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * What the operands of a recurrent layer ask for: its operands but the states, then dy, then room
   * for all that is asked for but the first, which is the result.
   *
   * @param of the layer
   * @param asked the operands whose gradients are asked for; never changes
   */
  public record Gradient(Recurrent of, Set<Operand> asked) implements Op {

    /** Copies the set. */
    public Gradient {
      asked = copy(Operand.class, asked);
    }

    /** The operands of the layer that it reads, in order. */
    public List<Operand> read() {
      return of.given.stream().filter(it -> it != Operand.HIDDEN && it != Operand.CELL).toList();
    }

    /** What it reads of the layer's operands, if there is that. */
    public Optional<Value> operand(Operand operand, List<Value> operands) {
      int position = read().indexOf(operand);
      return position < 0 ? Optional.empty() : Optional.of(operands.get(position));
    }

    public Value dy(List<Value> operands) {
      return operands.get(read().size());
    }

    /** Where it writes a gradient, if that is asked for. */
    public Optional<Value> written(Operand operand, List<Value> operands, Value result) {
      int position = List.copyOf(asked).indexOf(operand);
      if (position < 0) {
        return Optional.empty();
      }
      return Optional.of(position == 0 ? result : operands.get(read().size() + position));
    }

    @Override
    public Value infer(String name, List<Value> operands) {
      Operand first = asked.iterator().next();
      if (first == Operand.HIDDEN || first == Operand.CELL) {
        return Value.of(name, Shape.of(of.units));
      }
      Value like = operand(first, operands).orElseThrow();
      return new Value(name, like.shape(), like.batched());
    }

    @Override
    public long flops(List<Value> operands, Value result) {
      return of.flops(operands.get(0).shape(), 2);
    }

    @Override
    public boolean writes(int operand) {
      return operand > read().size();
    }

    @Override
    public String toString() {
      return "recurrentGradient<"
          + asked.stream().map(Recurrent::word).collect(joining(", "))
          + ">";
    }
  }
}
