package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.shape.Shape;

/**
 * y = activation(x · W + b).
 *
 * <pre>x [b, …, in]   W [in, units]   b [units]   →   y [b, …, units]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#MissingAxis}, {@link
 * Code#SoftmaxOverOne}, {@link Code#TooManyElements}, and those of {@link ParameterAttributes}.
 */
final class DenseLayer implements Layer {
  private static final Elementwise ADD_BIAS = Elementwise.of("x + b", "x", "b");

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
            & checkBias(use, Shape.of(units), problems)
            & Regularization.checkRow(layer, problems)
            & Sizes.checked(use.row() + ".weight", weight, layer.origin("units"), problems)
                .isPresent();
    Shape y = x.with(x.rank() - 1, units);
    return sound && Activations.check(layer, "activation", use.row(), y, problems)
        ? Sizes.checked(use.row(), y, layer.origin("units"), problems)
        : Optional.empty();
  }

  private static boolean checkBias(Use use, Shape bias, Problems problems) {
    ParameterAttributes attributes = ParameterAttributes.of(use.layer(), "bias");
    if (use.layer().flag("useBias")) {
      return attributes.check(use.row() + ".bias", bias, problems);
    }
    attributes.reportIdle("a layer without bias", "remove it, or useBias = false", problems);
    return true;
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    int units = layer.integer("units");
    List<ParameterSpec> parameters = new ArrayList<>();
    Shape weight = Shape.of(operands.get(0).last(), units);
    parameters.add(ParameterAttributes.of(layer, "kernel").weight("weight", weight));
    if (layer.flag("useBias")) {
      parameters.add(ParameterAttributes.of(layer, "bias").parameter("bias", Shape.of(units)));
    }
    return parameters;
  }

  @Override
  public String describe(Mention layer) {
    return "dense(%s)".formatted(layer.integer("units"))
        + Activations.describe(layer, "activation");
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value product =
        lowering.emit("product", MatMul.MULT, operands.get(0), lowering.parameter("weight"));
    Value sum =
        layer.flag("useBias")
            ? lowering.emit("sum", ADD_BIAS, product, lowering.parameter("bias"))
            : product;
    return Activations.lower(layer.constant("activation"), sum, lowering);
  }
}
