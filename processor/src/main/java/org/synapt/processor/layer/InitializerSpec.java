package org.synapt.processor.layer;

import java.util.List;

/**
 * How a parameter starts: a factory method of the runtime's {@code Initializers} and its arguments,
 * each a Float or a {@link org.synapt.processor.declaration.Constant} such as {@code FAN_IN}.
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
