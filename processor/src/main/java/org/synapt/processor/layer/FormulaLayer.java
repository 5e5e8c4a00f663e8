package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.shape.Shape;

/**
 * An elementwise formula of the user's own; operands broadcast.
 *
 * <p>Problems: {@link Code#FormulaSyntax}, {@link Code#FormulaName}, {@link Code#FormulaConstant},
 * {@link Code#FormulaUnusedOperand}, {@link Code#MergeShape}, {@link Code#TooManyElements}.
 */
final class FormulaLayer implements Layer {
  /** What {@link #settled} adds to the annotation: the names of the operands, in order. */
  private static final String VARIABLES = "variables";

  @Override
  public String annotation() {
    return "Formula";
  }

  @Override
  public Arity arity() {
    return Arity.ONE_OR_MORE;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Optional<Expression> formula = new UserFormula(use.layer(), "value", names(use)).read(problems);
    return formula
        .filter(expression -> checkUse(use, expression, problems))
        .flatMap(expression -> MergeLayer.met(use, problems))
        .flatMap(shape -> Sizes.checked(use.row(), shape, use.layer().origin(), problems));
  }

  private static List<String> names(Use use) {
    return use.operands().stream().map(Use.Argument::name).toList();
  }

  private static boolean checkUse(Use use, Expression formula, Problems problems) {
    if (formula.variables().isEmpty()) {
      problems.add(
          Code.FormulaConstant,
          use.layer().origin("value"),
          "the formula of %s depends on no operand".formatted(use.row()),
          "write a formula over " + String.join(", ", names(use)));
      return false;
    }
    for (Use.Argument operand : use.operands()) {
      if (!formula.variables().contains(operand.name())) {
        problems.add(
            Code.FormulaUnusedOperand,
            operand.origin(),
            "the formula of %s does not use %s".formatted(use.row(), operand.name()),
            "use it, or remove the parameter");
      }
    }
    return true;
  }

  @Override
  public Mention settled(Use use) {
    Mention layer = use.layer();
    return layer.with(VARIABLES, new Attribute(names(use), false, layer.origin()));
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return layer.text("value").strip().replaceAll("\\s+", " ");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    List<String> names =
        ((List<?>) layer.attribute(VARIABLES).value()).stream().map(String.class::cast).toList();
    Shape shape = Broadcast.of(operands.stream().map(Value::shape).toList()).orElseThrow();
    Elementwise formula = new UserFormula(layer, "value", names).op();
    Value[] values =
        formula.variables().stream()
            .map(name -> Broadcast.to(shape, operands.get(names.indexOf(name)), lowering))
            .toArray(Value[]::new);
    return lowering.emit("formula", formula, values);
  }
}
