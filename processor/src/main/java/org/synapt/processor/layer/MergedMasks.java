package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Detach;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.shape.Shape;

/**
 * What becomes of masks where rows are merged, as in Keras 3: a step of the result counts if it
 * counts in any operand; if one has no mask, the result has none.
 *
 * <p>A product takes 1, and a maximum or minimum the other operand, in place of what does not
 * count. Source: Keras 3, {@code layers/merging}: {@code base_merge.py}, {@code multiply.py},
 * {@code concatenate.py}.
 */
final class MergedMasks {
  private static final Elementwise ELSE_ONE = Elementwise.of("mask > 0 ? x : 1", "mask", "x");
  private static final Elementwise ONE = Elementwise.of("1", "x");

  private final Lowering lowering;

  MergedMasks(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The mask of operands that meet in a shape; empty unless all have the steps and a mask. */
  Optional<Value> union(List<Value> operands, Shape met) {
    return operands.stream().allMatch(operand -> hasSteps(operand, met))
        ? Optional.of(StepMask.either(masks(operands), lowering))
        : Optional.empty();
  }

  private boolean hasSteps(Value operand, Shape met) {
    return lowering.hasMask(operand)
        && operand.shape().rank() == met.rank()
        && operand.shape().extent(0) == met.extent(0);
  }

  private List<Value> masks(List<Value> operands) {
    return operands.stream().map(operand -> lowering.mask(operand).orElseThrow()).toList();
  }

  /** An operand of a product, with 1 in place of what does not count. */
  Value factor(Value x) {
    return lowering
        .mask(x)
        .map(mask -> lowering.emit("factor", ELSE_ONE, StepMask.along(x, mask, lowering), x))
        .orElse(x);
  }

  /** The largest or smallest elements of operands, in the shape that they meet in. */
  Value extreme(MergeLayer.Kind kind, List<Value> operands, Shape met) {
    Value y = Broadcast.to(met, operands.get(0), lowering);
    Optional<Value> mask = along(operands.get(0), met);
    for (Value operand : operands.subList(1, operands.size())) {
      Optional<Value> other = along(operand, met);
      y = extreme(kind, y, mask, Broadcast.to(met, operand, lowering), other);
      mask =
          mask.isPresent() && other.isPresent()
              ? Optional.of(StepMask.either(List.of(mask.get(), other.get()), lowering))
              : Optional.empty();
    }
    return y;
  }

  private Optional<Value> along(Value operand, Shape met) {
    return lowering
        .mask(operand)
        .map(mask -> Broadcast.to(met, StepMask.along(operand, mask, lowering), lowering));
  }

  private Value extreme(
      MergeLayer.Kind kind, Value a, Optional<Value> maskA, Value b, Optional<Value> maskB) {
    String most = kind.name().toLowerCase(Locale.ROOT).substring(0, 3) + "(a, b)";
    String ofB = maskB.isPresent() ? "(inB > 0 ? " + most + " : a)" : most;
    String onlyB = maskB.isPresent() ? "(inB > 0 ? b : a)" : "b";
    String formula = maskA.isPresent() ? "inA > 0 ? " + ofB + " : " + onlyB : ofB;
    List<String> names = new ArrayList<>(List.of("a", "b"));
    List<Value> values = new ArrayList<>(List.of(a, b));
    maskA.ifPresent(
        mask -> {
          names.add("inA");
          values.add(mask);
        });
    maskB.ifPresent(
        mask -> {
          names.add("inB");
          values.add(mask);
        });
    Elementwise op = Elementwise.of(formula, names.toArray(String[]::new));
    return lowering.emit("merged", op, values.toArray(Value[]::new));
  }

  /** The masks of operands that are joined step after step, where any has one. */
  Optional<Value> joined(List<Value> operands) {
    if (operands.stream().noneMatch(lowering::hasMask)) {
      return Optional.empty();
    }
    Value[] masks = operands.stream().map(this::maskOrOnes).toArray(Value[]::new);
    return Optional.of(lowering.emit("mask", new Concatenate(0), masks));
  }

  private Value maskOrOnes(Value operand) {
    return lowering.mask(operand).orElseGet(() -> ones(operand));
  }

  private Value ones(Value x) {
    Value of = lowering.emit("any", Reduce.max(1, x.shape().rank() - 1), x);
    return lowering.emit("ones", new Detach(), lowering.emit("all", ONE, of));
  }
}
