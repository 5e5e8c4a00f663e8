package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.List;
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
 */
record Application(
    ResolvedRow row, Mention layer, List<Result> operands, Scope scope, String name, String owner) {

  /**
   * One copy of several, each applied to what the one before gives; by the name that the row's own
   * operand has, because a formula may use it.
   */
  Application copy(int index, Result operand) {
    String suffix = "[" + index + "]";
    List<Result> named = List.of(operand.as(operands.get(0).name()));
    return new Application(row, layer, named, scope, name + suffix, owner + suffix);
  }

  Use use() {
    List<Use.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Result operand = operands.get(i);
      arguments.add(
          new Use.Argument(operand.name(), operand.shape(), row.operands().get(i).origin()));
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
        shape,
        owner,
        parameters,
        scope.outer(row.name()),
        scope.canBeSeen() ? settled : told);
  }

  /** What a layer gives. */
  Result result(Shape shape) {
    String step = name + " " + shape;
    return new Result(row.name(), name, shape, operands.isEmpty() ? step : trace() + " → " + step);
  }

  /** What a block gives, which its last row makes. */
  Result result(Result last) {
    return new Result(row.name(), last.entry(), last.shape(), result(last.shape()).trace());
  }
}
