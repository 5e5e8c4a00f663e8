package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
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

  /**
   * Which steps of a value count: a value {@code [T]} of 1 and 0, batched, where the value is
   * {@code [T, ...]}. Empty where all steps count. A row that asks uses the mask, so that it is not
   * lost there.
   */
  Optional<Value> mask(Value value);

  /** Whether some steps of a value may not count; asking does not use the mask. */
  boolean hasMask(Value value);

  /**
   * States which steps of a value count, for the rows that take it.
   *
   * @param y the value {@code [T, ...]}, as the layer gives it
   * @param mask 1 for a step that counts and 0 for one that does not, {@code [T]}
   * @return y
   */
  Value masked(Value y, Value mask);

  /** The annotations of the layers of the rows that take this row. */
  List<Mention> readers();

  /** A number for something random in this row, different from all others; a new one each time. */
  int stream();
}
