package org.synapt.processor.graph;

/**
 * What is to become small for one output.
 *
 * @param value the loss of each example, {@code [b]}
 * @param target what it compares with: fed, or the value of a row that is its own target
 * @param share how much each example counts, {@code [b]}: the gradient of the total by the loss
 */
public record LossValue(Value value, Value target, Value share) {}
