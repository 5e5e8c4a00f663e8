package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.MaskedSoftmax;
import org.synapt.processor.op.Softmax;

/** The weights of an attention: how much of each step of the value a step of the query gets. */
final class AttentionWeights {
  private final Mention layer;
  private final Lowering lowering;

  AttentionWeights(Mention layer, Lowering lowering) {
    this.layer = layer;
    this.lowering = lowering;
  }

  /** The attributes that every attention has. */
  static String describe(Mention layer) {
    return layer.flag("useCausalMask") ? ", causal" : "";
  }

  /**
   * The softmax of the scores that count, of which a share is dropped while training.
   *
   * @param scores {@code [b, …, T, S]}
   * @param queryMask {@code [b, T]}
   * @param keyMask {@code [b, S]}
   */
  Value of(Value scores, Optional<Value> queryMask, Optional<Value> keyMask) {
    Value weights = softmax(scores, queryMask, keyMask);
    return DropoutLayer.lower(weights, layer.decimal("dropout"), weights.shape(), lowering);
  }

  private Value softmax(Value scores, Optional<Value> queryMask, Optional<Value> keyMask) {
    boolean causal = layer.flag("useCausalMask");
    if (!causal && queryMask.isEmpty() && keyMask.isEmpty()) {
      return lowering.emit("weights", Softmax.SOFTMAX, scores);
    }
    List<Value> operands = new ArrayList<>(List.of(scores));
    queryMask.ifPresent(operands::add);
    keyMask.ifPresent(operands::add);
    MaskedSoftmax softmax = new MaskedSoftmax(causal, queryMask.isPresent(), keyMask.isPresent());
    return lowering.emit("weights", softmax, operands.toArray(Value[]::new));
  }
}
