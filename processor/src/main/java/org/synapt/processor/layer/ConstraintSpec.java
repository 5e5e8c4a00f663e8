package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a parameter is kept within: a factory method of the runtime's {@code Constraints} and its
 * arguments, each a Float or, for axes, Integers.
 */
public record ConstraintSpec(String factory, List<Object> arguments) {

  /** Copies the arguments. */
  public ConstraintSpec {
    arguments = List.copyOf(arguments);
  }

  public static ConstraintSpec of(String factory, Object... arguments) {
    return new ConstraintSpec(factory, List.of(arguments));
  }

  /** A constraint of norms, with the axes behind its numbers. */
  static ConstraintSpec along(List<Integer> axes, String factory, Object... numbers) {
    List<Object> arguments = new ArrayList<>(List.of(numbers));
    arguments.addAll(axes);
    return new ConstraintSpec(factory, arguments);
  }
}
