package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.shape.Shape;

/**
 * y = activation(x · W + b).
 *
 * <pre>x [b, …, in]   W [in, units]   b [units]   →   y [b, …, units]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#MissingAxis}, {@link
 * Code#TooManyElements}, and those of {@link BiasAndActivation} and {@link ParameterAttributes}.
 */
final class DenseLayer implements Layer {
  @Override
  public String annotation() {
    return "Dense";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = Bounds.positive(layer, "units", problems);
    Shape x = use.shape(0);
    if (x.rank() == 0) {
      problems.add(
          Code.MissingAxis,
          use.operands().get(0).origin(),
          "dense works on the last axis, but %s has none".formatted(use.operandText()),
          "reshape it to [1] first");
      return Optional.empty();
    }
    if (!sound) {
      return Optional.empty();
    }
    int units = layer.integer("units");
    Shape weight = Shape.of(x.last(), units);
    sound =
        ParameterAttributes.of(layer, "kernel").check(use.row() + ".weight", weight, problems)
            & Sizes.checked(use.row() + ".weight", weight, layer.origin("units"), problems)
                .isPresent();
    Shape y = x.with(x.rank() - 1, units);
    return sound & BiasAndActivation.of(layer).check(use.row(), y, problems)
        ? Sizes.checked(use.row(), y, layer.origin("units"), problems)
        : Optional.empty();
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    int units = layer.integer("units");
    List<ParameterSpec> parameters = new ArrayList<>();
    Shape weight = Shape.of(operands.get(0).last(), units);
    parameters.add(ParameterAttributes.of(layer, "kernel").weight("weight", weight));
    BiasAndActivation.of(layer).parameter(units).ifPresent(parameters::add);
    return parameters;
  }

  @Override
  public boolean takesSymbols(Use use) {
    Shape x = use.shape(0);
    return x.rank() == 0 || !x.isSymbol(x.rank() - 1);
  }

  @Override
  public String describe(Mention layer) {
    return "dense(%s)%s".formatted(layer.integer("units"), BiasAndActivation.of(layer).describe());
  }

  @Override
  public boolean isAlikeAtEveryStep() {
    return true;
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value product =
        lowering.emit("product", MatMul.MULT, operands.get(0), lowering.parameter("weight"));
    return BiasAndActivation.of(layer).lower(product, lowering);
  }
}
