package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Affine;
import org.synapt.processor.op.BatchNormalization;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Room;
import org.synapt.processor.shape.Shape;

/**
 * y = γ · (x − μ) / √(σ² + ε) + β, with mean and variance over the batch and all axes but one while
 * training; with the moving ones while predicting, and in a layer that is frozen.
 *
 * <pre>x [b, …, k, …]   γ, β, μ, σ² [k]   →   y [b, …, k, …]</pre>
 *
 * <p>Problems: {@link Code#AxisBeyondRank}, {@link Code#AttributeOutOfRange}, and those of {@link
 * ParameterAttributes}.
 */
final class BatchNormalizationLayer implements Layer {
  private static final String MEAN = "movingMean";
  private static final String VARIANCE = "movingVariance";

  @Override
  public String annotation() {
    return "BatchNormalization";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = checkMomentum(layer, problems) & Bounds.aboveZero(layer, "epsilon", problems);
    OptionalInt axis = new Axes(use, "axis", problems).of(0, layer.integer("axis"));
    if (axis.isEmpty()) {
      return Optional.empty();
    }
    Shape features = features(layer, use.shape(0));
    sound &= new ScaleAndShift(layer).check(use.row(), features, problems);
    sound &= ParameterAttributes.of(layer, MEAN).check(use.row() + "." + MEAN, features, problems);
    sound &=
        ParameterAttributes.of(layer, VARIANCE)
            .check(use.row() + "." + VARIANCE, features, problems);
    return sound ? Optional.of(use.shape(0)) : Optional.empty();
  }

  private static boolean checkMomentum(Mention layer, Problems problems) {
    double momentum = layer.decimal("momentum");
    if (momentum >= 0 && momentum <= 1) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        layer.origin("momentum"),
        "momentum = %s is no share of what was before".formatted(momentum),
        "state a number from 0 to 1");
    return false;
  }

  private static Shape features(Mention layer, Shape x) {
    return Shape.of(x.extent(Axes.resolve(layer.integer("axis"), x)));
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    Shape features = features(layer, operands.get(0));
    List<ParameterSpec> parameters = new ArrayList<>(new ScaleAndShift(layer).parameters(features));
    parameters.add(statistic(layer, MEAN, features));
    parameters.add(statistic(layer, VARIANCE, features));
    return parameters;
  }

  private static ParameterSpec statistic(Mention layer, String name, Shape shape) {
    return ParameterSpec.untrained(
        name, shape, Initialization.of(layer.mention(name + "Initializer")));
  }

  @Override
  public boolean takesSymbols(Use use) {
    return Axes.areNumbers(List.of(use.layer().integer("axis")), use.shape(0));
  }

  @Override
  public String describe(Mention layer) {
    return "batchNormalization";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    int axis = Axes.resolve(layer.integer("axis"), x.shape());
    LastAxes last = new LastAxes(x.shape().rank(), new TreeSet<>(List.of(axis)));
    Value turned = last.turned(x, lowering);
    boolean training = lowering.training() && layer.flag("trainable");
    Value y = training ? byBatch(layer, turned, lowering) : byMoving(layer, turned, lowering);
    return last.back(y, lowering);
  }

  private static Value byBatch(Mention layer, Value x, Lowering lowering) {
    Affine affine = new ScaleAndShift(layer).affine();
    BatchNormalization op =
        new BatchNormalization(layer.decimal("momentum"), layer.decimal("epsilon"), affine);
    List<Value> operands = new ArrayList<>();
    operands.add(x);
    operands.add(lowering.parameter(MEAN));
    operands.add(lowering.parameter(VARIANCE));
    operands.add(lowering.emit("saved", Room.fixed(Shape.of(2, x.shape().last()))));
    operands.addAll(new ScaleAndShift(layer).values(lowering));
    return lowering.emit("normal", op, operands.toArray(Value[]::new));
  }

  /** The factor is found once for all examples, the rest is one formula. */
  private static Value byMoving(Mention layer, Value x, Lowering lowering) {
    Affine affine = new ScaleAndShift(layer).affine();
    List<Value> rest = new ScaleAndShift(layer).values(lowering);
    Value mean = lowering.parameter(MEAN);
    Value variance = lowering.parameter(VARIANCE);
    String root =
        "/ sqrt(variance + %s)".formatted(new Expression.Constant(layer.decimal("epsilon")));
    Value factor =
        affine.scale()
            ? lowering.emit(
                "factor",
                Elementwise.of("gamma " + root, "gamma", "variance"),
                rest.get(0),
                variance)
            : lowering.emit("factor", Elementwise.of("1 " + root, "variance"), variance);
    return affine.center()
        ? lowering.emit(
            "normal",
            Elementwise.of("(x - mean) * factor + beta", "x", "mean", "factor", "beta"),
            x,
            mean,
            factor,
            rest.get(rest.size() - 1))
        : lowering.emit(
            "normal",
            Elementwise.of("(x - mean) * factor", "x", "mean", "factor"),
            x,
            mean,
            factor);
  }
}
