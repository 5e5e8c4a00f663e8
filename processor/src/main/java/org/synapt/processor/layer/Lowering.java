package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/** Writes the equations of one row, while its layer says them. */
public interface Lowering {

  /** Whether the equations are to train; else they only predict. */
  boolean training();

  /**
   * The parameter of the row's layer that its {@link ParameterSpec} names, such as {@code weight}.
   */
  Value parameter(String name);

  /**
   * Writes an equation.
   *
   * @param name what the result is in the row: {@code logits}, {@code product}; unique names follow
   */
  Value emit(String name, Op op, Value... operands);

  /** The equation that makes a value; empty for inputs, targets and parameters. */
  Optional<Equation> definition(Value value);

  /** A number for what is random in this row, different from all other rows'. */
  int stream();
}
