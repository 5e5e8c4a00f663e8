package org.synapt.processor.plan;

import java.util.List;
import org.synapt.processor.graph.Value;

/** Where a value lies. */
public sealed interface Place {

  /**
   * In the arena; position and length in floats per example.
   *
   * @param symbols what multiplies both: the region in which it lies
   * @param at the position in that region
   * @param floats the length
   */
  record Slot(List<Integer> symbols, int at, int floats) implements Place {}

  /**
   * In the arena behind the examples; position and length in floats.
   *
   * @param symbols what multiplies both: the region in which it lies
   * @param at the position in that region
   * @param floats the length
   */
  record Fixed(List<Integer> symbols, int at, int floats) implements Place {}

  /** Among the parameters. */
  record OfParameter(Value parameter) implements Place {}

  /** Among the gradients of the parameters. */
  record OfGradient(Value parameter) implements Place {}
}
