package org.synapt.processor.layer;

import org.synapt.processor.graph.Value;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;

/** How well each step of the query goes with each key: {@code [b, T, k], [b, S, k] → [b, T, S]}. */
final class AttentionScores {
  private static final Elementwise SCALED = Elementwise.of("scale * q", "scale", "q");

  private final Lowering lowering;

  AttentionScores(Lowering lowering) {
    this.lowering = lowering;
  }

  /** query · keyᵀ. */
  Value products(Value query, Value key) {
    return lowering.emit("scores", BatchMatMul.MULT_TRANS_B, query, key);
  }

  /** query · keyᵀ times a number, which is taken into the query: that is the smaller of the two. */
  Value scaledProducts(Value query, Value key) {
    Value scale = ofEachFeature("scale", query);
    return products(lowering.emit("scaled", SCALED, scale, query), key);
  }

  /** w · Σ tanh(query + key). */
  Value concatenation(Value query, Value key) {
    Value w = ofEachFeature("concatScoreWeight", query);
    return sum(query, key, Elementwise.of("w * tanh(q + k)", "w", "q", "k"), w);
  }

  /** w · Σ tanh(scale · (query + key)). */
  Value scaledConcatenation(Value query, Value key) {
    Value w = ofEachFeature("concatScoreWeight", query);
    Value scale = ofEachFeature("scale", query);
    Elementwise formula = Elementwise.of("w * tanh(scale * (q + k))", "w", "scale", "q", "k");
    return sum(query, key, formula, w, scale);
  }

  /** Σ tanh(query + key). */
  Value sums(Value query, Value key) {
    return sum(query, key, Elementwise.of("tanh(q + k)", "q", "k"));
  }

  /** Σ scale · tanh(query + key). */
  Value weightedSums(Value query, Value key) {
    Elementwise formula = Elementwise.of("scale * tanh(q + k)", "scale", "q", "k");
    return sum(query, key, formula, lowering.parameter("scale"));
  }

  /** A parameter that is a single number, once for each feature of the query. */
  private Value ofEachFeature(String parameter, Value query) {
    Spread spread = new Spread(0, query.shape().last());
    return lowering.emit(parameter + "s", spread, lowering.parameter(parameter));
  }

  /** Sums over the features of every pair what a formula makes of vectors, query and key. */
  private Value sum(Value query, Value key, Elementwise formula, Value... vectors) {
    Shape q = query.shape();
    Shape k = key.shape();
    Value[] operands = new Value[vectors.length + 2];
    System.arraycopy(vectors, 0, operands, 0, vectors.length);
    operands[vectors.length] = lowering.emit("queries", new Spread(1, k.extent(0)), query);
    operands[vectors.length + 1] = lowering.emit("keys", new Spread(0, q.extent(0)), key);
    return lowering.emit("scores", Reduce.sum(2), lowering.emit("terms", formula, operands));
  }
}
