package org.synapt.processor.layer;

import java.util.List;

/**
 * How a parameter starts: a factory method of the runtime's {@code Initializers} and its arguments,
 * each a Float, a {@link org.synapt.processor.declaration.Constant} such as {@code FAN_IN}, or the
 * initializer of what the first leaves to others.
 */
public record InitializerSpec(String factory, List<Object> arguments) {

  /** Copies the arguments. */
  public InitializerSpec {
    arguments = List.copyOf(arguments);
  }

  public static InitializerSpec of(String factory, Object... arguments) {
    return new InitializerSpec(factory, List.of(arguments));
  }
}
