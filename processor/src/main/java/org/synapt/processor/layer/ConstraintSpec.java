package org.synapt.processor.layer;

import java.util.List;

/**
 * What a parameter is kept within: a factory method of the runtime's {@code Constraints} and its
 * arguments, each a Float or, for an axis, an Integer.
 */
public record ConstraintSpec(String factory, List<Object> arguments) {

  /** Copies the arguments. */
  public ConstraintSpec {
    arguments = List.copyOf(arguments);
  }

  public static ConstraintSpec of(String factory, Object... arguments) {
    return new ConstraintSpec(factory, List.of(arguments));
  }
}
