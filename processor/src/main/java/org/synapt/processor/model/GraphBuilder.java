package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.layer.Lowering;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.layer.Regularization;
import org.synapt.processor.op.Detach;
import org.synapt.processor.op.Fold;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.shape.Shape;

/** Lowers a model to a graph: asks every layer, and every loss, for its equations. */
public final class GraphBuilder implements Lowering {
  private final Model model;
  private final boolean training;
  private final Map<String, Value> parameters = new LinkedHashMap<>();
  private final Set<Value> untrained = new HashSet<>();
  private final List<Value> penalties = new ArrayList<>();
  private final Map<String, Value> rows = new LinkedHashMap<>();

  /** What entries make, as they make it: a step of it where each step is an example. */
  private final Map<String, Value> made = new HashMap<>();

  private final Map<Value, Value> steps = new HashMap<>();
  private final Map<Value, Value> wholes = new HashMap<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<Value, Equation> definitions = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Masks masks = new Masks();
  private String row = "";
  private String owner = "";
  private Shape folded = Shape.of();

  /** How often the row has asked for a number for something random. */
  private int drawn;

  private GraphBuilder(Model model, boolean training) {
    this.model = model;
    this.training = training;
  }

  /** The equations that predict. */
  public static Graph predicting(Model model) {
    return new GraphBuilder(model, false).build();
  }

  /** The equations that predict while training, the losses, and what regularizers add to them. */
  public static Graph training(Model model) {
    return new GraphBuilder(model, true).build();
  }

  /** The masks that end in rows of a model. */
  public static List<LostMask> lostMasks(Model model) {
    GraphBuilder builder = new GraphBuilder(model, false);
    builder.build();
    return List.copyOf(builder.masks.lost());
  }

  private Graph build() {
    model.entries().forEach(entry -> names.add(entry.name()));
    model.entries().forEach(this::lower);
    List<LossValue> losses =
        training ? model.outputs().stream().map(this::loss).toList() : List.of();
    return new Graph(
        model.inputs().stream().map(input -> row(input.name())).toList(),
        List.copyOf(parameters.values()),
        equations,
        Collections.unmodifiableMap(rows),
        model.outputs().stream().map(output -> row(output.entry())).toList(),
        losses,
        untrained,
        penalties);
  }

  private void lower(Entry entry) {
    if (entry.input()) {
      Value input = Value.of(entry.name(), entry.shape());
      rows.put(entry.name(), input);
      made.put(entry.name(), input);
      return;
    }
    row = entry.name();
    owner = entry.owner();
    drawn = 0;
    folded = entry.rule().isAlikeAtEveryStep() ? Shape.of() : entry.folded();
    entry.parameters().forEach(this::keep);
    List<Value> operands = entry.operands().stream().map(this::operand).toList();
    masks.begin(entry.operands(), operands, folded.rank());
    Value result = entry.rule().lower(entry.layer(), operands, this);
    masks.end(entry, result, operands);
    Value value = operands.contains(result) ? result : named(result, entry.name());
    made.put(entry.name(), value);
    Value whole = whole(value);
    rows.put(entry.name(), whole);
    Regularization.ofRow(entry.layer()).ifPresent(it -> penalize(it, entry.name(), whole));
  }

  /** What an entry makes, as far as each step is an example in the row that is being written. */
  private Value operand(String entry) {
    Value value = Objects.requireNonNull(made.get(entry));
    while (value.folded().rank() > folded.rank()) {
      value = unfolded(value);
    }
    while (value.folded().rank() < folded.rank()) {
      value = folded(value);
    }
    return value;
  }

  private Value whole(Value value) {
    return value.folded().rank() == 0 ? value : whole(unfolded(value));
  }

  private Value folded(Value value) {
    Value known = steps.get(value);
    return known != null ? known : counterparts(value, folding(value, "step", Fold.FOLD));
  }

  private Value unfolded(Value value) {
    Value known = wholes.get(value);
    if (known == null) {
      known = folding(value, "steps", Fold.UNFOLD);
      counterparts(known, value);
    }
    return known;
  }

  private Value folding(Value value, String name, Fold op) {
    return define(unique(value.name() + "." + name), op, value);
  }

  private Value counterparts(Value whole, Value step) {
    steps.put(whole, step);
    wholes.put(step, whole);
    return step;
  }

  private void keep(ParameterSpec spec) {
    String name = owner + "." + spec.name();
    Value parameter = Value.fixed(name, spec.shape());
    if (parameters.putIfAbsent(name, parameter) != null) {
      return;
    }
    if (!spec.trained()) {
      untrained.add(parameter);
    }
    spec.penalty().ifPresent(it -> penalize(it, name, parameter));
  }

  /**
   * Adds a penalty to the loss. A parameter's stands before all that the parameter is used for, so
   * that it adds to a gradient that is there already: the two need no memory but the gradient's.
   */
  private void penalize(Penalty penalty, String name, Value value) {
    if (training) {
      penalties.add(define(unique(name + ".penalty"), penalty, value));
    }
  }

  /** The value of a row has the row's name. */
  private Value named(Value result, String name) {
    Value renamed = new Value(name, result.shape(), result.batched(), result.folded());
    for (int i = 0; i < equations.size(); i++) {
      Equation equation = equations.get(i);
      if (equation.result().equals(result)) {
        Equation changed =
            new Equation(equation.row(), renamed, equation.op(), equation.operands());
        equations.set(i, changed);
        definitions.put(renamed, changed);
      }
    }
    return renamed;
  }

  private Value row(String name) {
    return Objects.requireNonNull(rows.get(name));
  }

  private LossValue loss(OutputEntry output) {
    row = output.name() + ".loss";
    folded = Shape.of();
    Value prediction = row(output.entry());
    String own = output.output().text("target");
    Value target =
        own.isEmpty() ? Value.of(output.name() + ".target", output.targetShape()) : row(own);
    Value constant = own.isEmpty() ? target : emit("target", new Detach(), target);
    masks.begin(List.of(output.entry()), List.of(prediction), 0);
    Value loss = named(Losses.lower(output.output(), prediction, constant, this), row);
    Value share = Value.of(output.name() + ".share", Shape.of());
    return new LossValue(loss, target, share, masks.of(prediction));
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Value parameter(String name) {
    Value parameter = parameters.get(owner + "." + name);
    if (parameter == null) {
      throw new IllegalArgumentException(owner + " has no parameter " + name);
    }
    return parameter;
  }

  @Override
  public Value emit(String name, Op op, Value... operands) {
    return define(unique(row + "." + name), op, operands);
  }

  private Value define(String name, Op op, Value... operands) {
    Value result = op.result(name, List.of(operands), folded);
    Equation equation = new Equation(row, result, op, List.of(operands));
    equations.add(equation);
    definitions.put(result, equation);
    return result;
  }

  private String unique(String wanted) {
    String unique = wanted;
    for (int i = 2; !names.add(unique); i++) {
      unique = wanted + i;
    }
    return unique;
  }

  @Override
  public Optional<Equation> definition(Value value) {
    return Optional.ofNullable(definitions.get(value));
  }

  @Override
  public Optional<Value> mask(Value value) {
    return masks.of(value);
  }

  @Override
  public boolean hasMask(Value value) {
    return masks.has(value);
  }

  @Override
  public Value masked(Value y, Value mask) {
    masks.put(y, mask);
    return y;
  }

  @Override
  public List<Mention> readers() {
    return model.entries().stream()
        .filter(entry -> entry.operands().contains(row))
        .map(Entry::layer)
        .toList();
  }

  @Override
  public int stream() {
    return rows.size() + ShapeInference.MOST_ENTRIES * drawn++;
  }
}
