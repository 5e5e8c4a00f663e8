package org.synapt.processor.plan;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Value;

/** A stretch of memory that one or more values use, one after the other or as aliases. */
final class Cell {
  /** What the cell is for. */
  enum Kind {
    /** Memory of the pass. */
    ARENA,
    /** Memory of the pass that the caller fills and that stays as it is. */
    FED,
    PARAMETER,
    GRADIENT
  }

  private final Kind kind;
  private final Optional<Value> parameter;
  private final boolean batched;
  private final List<Integer> symbols;
  private final int floats;
  private int from;
  private int to;

  private Cell(Kind kind, Optional<Value> parameter, Value value, int from, int to) {
    this.kind = kind;
    this.parameter = parameter;
    this.batched = value.batched();
    this.symbols = value.count().symbols();
    this.floats = Math.toIntExact(value.count().coefficient());
    this.from = from;
    this.to = to;
  }

  static Cell arena(Value value, int defined) {
    return new Cell(Kind.ARENA, Optional.empty(), value, defined, defined);
  }

  static Cell fed(Value value, int end) {
    return new Cell(Kind.FED, Optional.empty(), value, -1, end);
  }

  static Cell parameter(Value parameter) {
    return new Cell(Kind.PARAMETER, Optional.of(parameter), parameter, 0, 0);
  }

  static Cell gradient(Value parameter) {
    return new Cell(Kind.GRADIENT, Optional.of(parameter), parameter, 0, 0);
  }

  void use(int time) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }

  /** Whether another value may take the memory over when nobody reads it after a time. */
  boolean endsBy(int time) {
    return kind == Kind.ARENA && to <= time;
  }

  boolean holds(Value value) {
    return batched == value.batched()
        && symbols.equals(value.count().symbols())
        && floats == value.count().coefficient();
  }

  boolean inArena() {
    return kind == Kind.ARENA || kind == Kind.FED;
  }

  boolean batched() {
    return batched;
  }

  /** What multiplies its floats. */
  List<Integer> symbols() {
    return symbols;
  }

  int floats() {
    return floats;
  }

  int from() {
    return from;
  }

  /** Whether both are in use at some time. */
  boolean meets(Cell other) {
    return from <= other.to && other.from <= to;
  }

  Place at(int position) {
    return switch (kind) {
      case PARAMETER -> new Place.OfParameter(parameter.orElseThrow());
      case GRADIENT -> new Place.OfGradient(parameter.orElseThrow());
      case ARENA, FED ->
          batched
              ? new Place.Slot(symbols, position, floats)
              : new Place.Fixed(symbols, position, floats);
    };
  }
}
