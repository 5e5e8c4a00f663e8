package org.synapt.processor.graph;

import java.util.Optional;

/**
 * What is to become small for one output.
 *
 * @param value the loss of each example, {@code [b]}
 * @param target what it compares with: fed, or the value of a row that is its own target
 * @param share how much each example counts, {@code [b]}: the gradient of the total by the loss
 * @param mask which steps of the output count, {@code [b, T]}; empty where all do
 */
public record LossValue(Value value, Value target, Value share, Optional<Value> mask) {

  /** The loss of an output all of which counts. */
  public LossValue(Value value, Value target, Value share) {
    this(value, target, share, Optional.empty());
  }
}
