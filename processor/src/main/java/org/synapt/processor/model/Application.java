package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.layer.Layer;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.layer.Use;
import org.synapt.processor.shape.Shape;

/**
 * A layer or block applied once.
 *
 * @param row the row that applies it
 * @param layer its annotation, with nothing left that a block decides
 * @param operands what it is applied to
 * @param scope where
 * @param name the entry's name, and the beginning of its names where it is a block
 * @param owner the name under which its parameters go
 * @param folded the extents that count as examples in it
 */
record Application(
    ResolvedRow row,
    Mention layer,
    List<Result> operands,
    Scope scope,
    String name,
    String owner,
    Shape folded) {

  /**
   * One copy of several, each applied to what the one before gives; by the name that the row's own
   * operand has, because a formula may use it.
   */
  Application copy(int index, Result operand) {
    String suffix = "[" + index + "]";
    List<Result> named = List.of(operand.as(operands.get(0).name()));
    return new Application(row, layer, named, scope, name + suffix, owner + suffix, folded);
  }

  /** The same, applied to so many steps, each of which is an example. */
  Application toSteps(List<Result> steps, int extent) {
    Shape each = folded.followedBy(Shape.of(extent));
    return new Application(row, layer, steps, scope, name, owner, each);
  }

  Use use() {
    List<Use.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Result operand = operands.get(i);
      arguments.add(
          new Use.Argument(
              operand.name(), operand.shape(), row.operands().get(i).origin(), operand.maker()));
    }
    return new Use(row.name(), layer, arguments, trace());
  }

  private String trace() {
    return operands.isEmpty() ? "" : operands.get(0).trace();
  }

  Entry entry(Layer rule, Mention settled, Shape shape, List<ParameterSpec> parameters) {
    Mention told = settled.movedTo(scope::atUse);
    return new Entry(
        name,
        rule,
        told,
        operands.stream().map(Result::entry).toList(),
        folded.followedBy(shape),
        owner,
        parameters,
        scope.outer(row.name()),
        scope.canBeSeen() ? settled : told,
        folded);
  }

  /** What a layer gives. */
  Result result(Shape shape) {
    String step = name + " " + shape;
    String trace = operands.isEmpty() ? step : trace() + " → " + step;
    return new Result(row.name(), name, shape, trace, Optional.of(layer), folded);
  }

  /** What a block gives, which its last row makes. */
  Result result(Result last) {
    String trace = result(last.shape()).trace();
    return new Result(row.name(), last.entry(), last.shape(), trace, last.maker(), last.folded());
  }
}
