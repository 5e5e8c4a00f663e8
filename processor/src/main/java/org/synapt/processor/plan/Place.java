package org.synapt.processor.plan;

import org.synapt.processor.graph.Value;

/** Where a value lies. */
public sealed interface Place {

  /** In the arena; position and length in floats per example. */
  record Slot(int at, int floats) implements Place {}

  /** In the arena behind the examples; position and length in floats. */
  record Fixed(int at, int floats) implements Place {}

  /** Among the parameters. */
  record OfParameter(Value parameter) implements Place {}

  /** Among the gradients of the parameters. */
  record OfGradient(Value parameter) implements Place {}
}
