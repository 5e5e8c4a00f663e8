package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Affine;
import org.synapt.processor.shape.Shape;

/**
 * The attributes of a normalization that are about γ and β: {@code scale}, {@code center}, and how
 * each starts.
 *
 * <p>Problems: those of {@link ParameterAttributes}.
 */
final class ScaleAndShift {
  static final String GAMMA = "gamma";
  static final String BETA = "beta";

  private final Mention layer;

  ScaleAndShift(Mention layer) {
    this.layer = layer;
  }

  Affine affine() {
    return new Affine(layer.flag("scale"), layer.flag("center"));
  }

  /** Whether all attributes suit parameters of a shape. */
  boolean check(String row, Shape shape, Problems problems) {
    return check(row, GAMMA, "scale", shape, problems)
        & check(row, BETA, "center", shape, problems);
  }

  private boolean check(String row, String word, String flag, Shape shape, Problems problems) {
    ParameterAttributes attributes = ParameterAttributes.of(layer, word);
    if (layer.flag(flag)) {
      return attributes.check(row + "." + word, shape, problems);
    }
    attributes.reportIdle(
        "a layer without " + word, "remove it, or " + flag + " = false", problems);
    return true;
  }

  List<ParameterSpec> parameters(Shape shape) {
    List<ParameterSpec> parameters = new ArrayList<>();
    if (affine().scale()) {
      parameters.add(ParameterAttributes.of(layer, GAMMA).parameter(GAMMA, shape));
    }
    if (affine().center()) {
      parameters.add(ParameterAttributes.of(layer, BETA).parameter(BETA, shape));
    }
    return parameters;
  }

  /** γ and β, as far as the layer has them. */
  List<Value> values(Lowering lowering) {
    List<Value> values = new ArrayList<>();
    if (affine().scale()) {
      values.add(lowering.parameter(GAMMA));
    }
    if (affine().center()) {
      values.add(lowering.parameter(BETA));
    }
    return values;
  }
}
