package org.synapt.processor.cost;

import org.synapt.processor.model.Entry;

/**
 * What one entry of a model costs. The memory of different entries may be the same.
 *
 * @param entry the entry
 * @param parameters the floats of its parameters; none where a layer above has the same
 * @param trained those of them that gradients move
 * @param flops floating-point operations of predicting one example
 * @param predicting where its values lie in a pass that predicts
 * @param training where its values and their gradients lie in a pass that trains
 */
public record RowCost(
    Entry entry, long parameters, long trained, long flops, Memory predicting, Memory training) {

  @Override
  public String toString() {
    return "%s   %s   %s parameters   %s FLOPs   %s bytes"
        .formatted(entry.name(), entry.describe(), parameters, flops, predicting.bytes());
  }
}
