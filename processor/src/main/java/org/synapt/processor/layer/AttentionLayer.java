package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.layer.Use.Argument;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.shape.Shape;

/**
 * y = softmax(scores) · value: {@code Attention} and {@code AdditiveAttention}.
 *
 * <pre>query [b, T, k]   value [b, S, n]   key [b, S, k]   scores [b, T, S]   →   y [b, T, n]</pre>
 *
 * <p>As in Keras, steps count by the mask of the value, and y is 0 where the query's says so.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#AttentionShape}, {@link
 * Code#TooManyElements}, and those of {@link AttentionOperands}.
 */
final class AttentionLayer implements Layer {
  private static final String SCALE = "scale";
  private static final String CONCAT_WEIGHT = "concatScoreWeight";
  private static final InitializerSpec ONES = InitializerSpec.of("ones");

  private final boolean additive;

  private AttentionLayer(boolean additive) {
    this.additive = additive;
  }

  static AttentionLayer ofProducts() {
    return new AttentionLayer(false);
  }

  static AttentionLayer additive() {
    return new AttentionLayer(true);
  }

  @Override
  public String annotation() {
    return additive ? "AdditiveAttention" : "Attention";
  }

  @Override
  public Arity arity() {
    return AttentionOperands.ARITY;
  }

  @Override
  public boolean takesSymbols(Use use) {
    return AttentionOperands.symbolsAreSteps(use);
  }

  /** Whether scores are sums over the features of every pair. */
  private boolean sumsPairs(Mention layer) {
    return additive || layer.constant("scoreMode").equals("CONCAT");
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound = Bounds.share(use.layer(), "dropout", problems);
    if (!AttentionOperands.check(use, problems) || !haveSameFeatures(use, problems)) {
      return Optional.empty();
    }
    AttentionOperands<Shape> shapes = AttentionOperands.of(use.shapes());
    int features = sumsPairs(use.layer()) ? shapes.query().last() : 1;
    Shape y = Shape.of(shapes.query().extent(0), shapes.value().last());
    return AttentionOperands.checkScores(use, 1, features, problems) && sound
        ? Sizes.checked(use.row(), y, use.layer().origin(), problems)
        : Optional.empty();
  }

  private static boolean haveSameFeatures(Use use, Problems problems) {
    AttentionOperands<Argument> operands = AttentionOperands.of(use.operands());
    Argument query = operands.query();
    Argument key = operands.key();
    if (query.shape().last() == key.shape().last()) {
      return true;
    }
    problems.add(
        Code.AttentionShape,
        key.origin(),
        "%s %s has %s features, but %s %s has %s"
            .formatted(
                query.name(),
                query.shape(),
                query.shape().last(),
                key.name(),
                key.shape(),
                key.shape().last()),
        use.tracing(
            "give query and key the same features, with a @Dense, or take @MultiHeadAttention,"
                + " which projects both"));
    return false;
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    List<ParameterSpec> parameters = new ArrayList<>();
    if (layer.flag("useScale")) {
      parameters.add(
          additive
              ? ParameterSpec.parameter(
                  SCALE, Shape.of(operands.get(0).last()), InitializerSpec.of("glorotUniform"))
              : ParameterSpec.parameter(SCALE, Shape.of(), ONES));
    }
    if (!additive && sumsPairs(layer)) {
      parameters.add(ParameterSpec.parameter(CONCAT_WEIGHT, Shape.of(), ONES));
    }
    return parameters;
  }

  @Override
  public String describe(Mention layer) {
    String name = additive ? "additiveAttention" : "attention";
    String mode = !additive && sumsPairs(layer) ? ", concat" : "";
    return name + mode + AttentionWeights.describe(layer);
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    AttentionOperands<Value> all = AttentionOperands.of(operands);
    Value scores = scores(layer, all.query(), all.key(), new AttentionScores(lowering));
    Value weights =
        new AttentionWeights(layer, lowering)
            .of(scores, Optional.empty(), lowering.mask(all.value()));
    Value y = lowering.emit("mean", BatchMatMul.MULT, weights, all.value());
    return lowering
        .mask(all.query())
        .map(mask -> lowering.masked(StepMask.kept(y, mask, lowering), mask))
        .orElse(y);
  }

  private Value scores(Mention layer, Value query, Value key, AttentionScores scores) {
    boolean scaled = layer.flag("useScale");
    if (additive) {
      return scaled ? scores.weightedSums(query, key) : scores.sums(query, key);
    } else if (sumsPairs(layer)) {
      return scaled ? scores.scaledConcatenation(query, key) : scores.concatenation(query, key);
    }
    return scaled ? scores.scaledProducts(query, key) : scores.products(query, key);
  }
}
