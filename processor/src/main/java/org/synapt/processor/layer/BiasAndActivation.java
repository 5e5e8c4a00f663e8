package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.shape.Shape;

/**
 * What a layer does with a product: {@code y = activation(product + b)}.
 *
 * <pre>product [b, …, n]   b [n]   →   y [b, …, n]</pre>
 *
 * <p>Problems: {@link Code#SoftmaxOverOne}, {@link Code#IdleAttribute}, and those of {@link
 * ParameterAttributes} and {@link Regularization}.
 */
final class BiasAndActivation {
  private static final String BIAS = "bias";
  private static final Elementwise ADD_BIAS = Elementwise.of("x + b", "x", "b");

  private final Mention layer;

  private BiasAndActivation(Mention layer) {
    this.layer = layer;
  }

  static BiasAndActivation of(Mention layer) {
    return new BiasAndActivation(layer);
  }

  /** Whether all attributes suit a result of that shape. */
  boolean check(String row, Shape y, Problems problems) {
    return checkBias(row, Shape.of(y.last()), problems)
        & Regularization.checkRow(layer, problems)
        & Activations.check(layer, "activation", row, y, problems);
  }

  private boolean checkBias(String row, Shape bias, Problems problems) {
    ParameterAttributes attributes = ParameterAttributes.of(layer, BIAS);
    if (layer.flag("useBias")) {
      return attributes.check(row + "." + BIAS, bias, problems);
    }
    attributes.reportIdle("a layer without bias", "remove it, or useBias = false", problems);
    return true;
  }

  /** The bias for so many values, if the layer has one. */
  Optional<ParameterSpec> parameter(int extent) {
    return layer.flag("useBias")
        ? Optional.of(ParameterAttributes.of(layer, BIAS).parameter(BIAS, Shape.of(extent)))
        : Optional.empty();
  }

  /** Writes y of the product. */
  Value lower(Value product, Lowering lowering) {
    Value sum =
        layer.flag("useBias")
            ? lowering.emit("sum", ADD_BIAS, product, lowering.parameter(BIAS))
            : product;
    return Activations.lower(layer.constant("activation"), sum, lowering);
  }

  /** {@code , relu}: for a summary. */
  String describe() {
    return Activations.describe(layer, "activation");
  }
}
