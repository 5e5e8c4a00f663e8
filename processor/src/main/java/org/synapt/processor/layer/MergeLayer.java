package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.shape.Shape;

/**
 * Merges rows element by element; extents of 1 and missing leading axes broadcast.
 *
 * <pre>x₁ [b, …], x₂ [b, …], …   →   y [b, …]</pre>
 *
 * <p>Masks are merged by {@link MergedMasks}.
 *
 * <p>Problems: {@link Code#MergeShape}, {@link Code#TooManyElements}, and those of activations.
 */
final class MergeLayer implements Layer {
  /** So many are merged in one equation; more of them in several, so that no formula grows deep. */
  private static final int AT_ONCE = 8;

  private final Kind kind;

  MergeLayer(Kind kind) {
    this.kind = kind;
  }

  /** What is made of the elements. */
  enum Kind {
    ADD("Add", Arity.TWO_OR_MORE, "%s + %s"),
    SUBTRACT("Subtract", Arity.TWO, "%s - %s"),
    MULTIPLY("Multiply", Arity.TWO_OR_MORE, "%s * %s"),
    AVERAGE("Average", Arity.TWO_OR_MORE, "%s + %s"),
    MAXIMUM("Maximum", Arity.TWO_OR_MORE, "max(%s, %s)"),
    MINIMUM("Minimum", Arity.TWO_OR_MORE, "min(%s, %s)");

    private final String annotation;
    private final Arity arity;
    private final String ofTwo;

    Kind(String annotation, Arity arity, String ofTwo) {
      this.annotation = annotation;
      this.arity = arity;
      this.ofTwo = ofTwo;
    }

    private Elementwise formula(int operands) {
      List<String> names = IntStream.rangeClosed(1, operands).mapToObj(i -> "x" + i).toList();
      String formula = names.stream().reduce(ofTwo::formatted).orElseThrow();
      return Elementwise.of(formula, names.toArray(String[]::new));
    }
  }

  @Override
  public String annotation() {
    return kind.annotation;
  }

  @Override
  public Arity arity() {
    return kind.arity;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    return met(use, problems)
        .filter(shape -> checkActivation(use, shape, problems))
        .flatMap(shape -> Sizes.checked(use.row(), shape, use.layer().origin(), problems));
  }

  private boolean checkActivation(Use use, Shape shape, Problems problems) {
    return kind != Kind.ADD
        || Activations.check(use.layer(), "activation", use.row(), shape, problems);
  }

  /** The shape in which all operands of a row meet; a problem if they do not. */
  static Optional<Shape> met(Use use, Problems problems) {
    Shape met = use.shape(0);
    List<Integer> odd = new ArrayList<>();
    for (int i = 1; i < use.operands().size(); i++) {
      Optional<Shape> next = Broadcast.of(met, use.shape(i));
      if (next.isEmpty()) {
        odd.add(i);
      }
      met = next.orElse(met);
    }
    if (odd.isEmpty()) {
      return Optional.of(met);
    }
    Disagreement.report(
        Code.MergeShape,
        use,
        odd,
        "give them the same shape; only extents of 1 are repeated",
        problems);
    return Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    String name = kind.annotation.toLowerCase(Locale.ROOT);
    return kind == Kind.ADD ? name + Activations.describe(layer, "activation") : name;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Shape shape = Broadcast.of(operands.stream().map(Value::shape).toList()).orElseThrow();
    Value merged = merged(operands, shape, lowering);
    Value y =
        switch (kind) {
          case ADD -> Activations.lower(layer.constant("activation"), merged, lowering);
          case AVERAGE ->
              lowering.emit("mean", Elementwise.of("sum / " + operands.size(), "sum"), merged);
          default -> merged;
        };
    return new MergedMasks(lowering)
        .union(operands, shape)
        .map(mask -> lowering.masked(counted(y, mask, lowering), mask))
        .orElse(y);
  }

  /** A product is 1 where no factor counts, and 0 is to stand there, as in Keras. */
  private Value counted(Value y, Value mask, Lowering lowering) {
    return kind == Kind.MULTIPLY ? StepMask.kept(y, mask, lowering) : y;
  }

  private Value merged(List<Value> operands, Shape shape, Lowering lowering) {
    MergedMasks masks = new MergedMasks(lowering);
    boolean masked = operands.stream().anyMatch(lowering::hasMask);
    if (masked && (kind == Kind.MAXIMUM || kind == Kind.MINIMUM)) {
      return masks.extreme(kind, operands, shape);
    }
    List<Value> spread = new ArrayList<>();
    for (Value operand : operands) {
      Value x = masked && kind == Kind.MULTIPLY ? masks.factor(operand) : operand;
      spread.add(Broadcast.to(shape, x, lowering));
    }
    return merged(spread, lowering);
  }

  private Value merged(List<Value> operands, Lowering lowering) {
    List<Value> groups = new ArrayList<>();
    for (int from = 0; from < operands.size(); from += AT_ONCE) {
      List<Value> group = operands.subList(from, Math.min(from + AT_ONCE, operands.size()));
      groups.add(group.size() == 1 ? group.get(0) : emit(group, lowering));
    }
    return groups.size() == 1 ? groups.get(0) : merged(groups, lowering);
  }

  private Value emit(List<Value> group, Lowering lowering) {
    return lowering.emit("merged", kind.formula(group.size()), group.toArray(Value[]::new));
  }
}
