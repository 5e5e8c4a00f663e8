package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** What an annotation on a row means. One stateless object for each kind of layer. */
public interface Layer {

  /** The annotation's simple name, {@code Dense}. */
  String annotation();

  /** How many operands it takes. */
  default Arity arity() {
    return Arity.ONE;
  }

  /**
   * The shape rule; also checks every attribute.
   *
   * @param use the layer's annotation, its operands with names and shapes, and where they stand
   * @param problems takes what is wrong, all of it
   * @return the shape of the result; empty if it cannot be known
   */
  Optional<Shape> infer(Use use, Problems problems);

  /**
   * Whether it can do with the symbols among the extents of its operands, which each batch makes
   * numbers. Asked before {@link #infer}, only where there are symbols.
   */
  default boolean takesSymbols(Use use) {
    return false;
  }

  /**
   * The annotation as the model keeps it, so that what depends on names in the declaration is known
   * where there are only values.
   *
   * @param use a sound use
   */
  default Mention settled(Use use) {
    return use.layer();
  }

  /** The arrays it trains. */
  default List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    return List.of();
  }

  /** For a summary: {@code dense(128), relu}. */
  String describe(Mention layer);

  /**
   * Whether it does the same at each position along its leading axes, whatever their number, so
   * that nothing changes if it is applied to every step by itself.
   */
  default boolean isAlikeAtEveryStep() {
    return false;
  }

  /**
   * Whether the steps of its result are those of its operands, so that its result has the mask of
   * the first operand that has one. A layer of which that depends on more than its kind says false
   * and states the mask of its result with {@link Lowering#masked}.
   */
  default boolean keepsMask() {
    return false;
  }

  /**
   * Writes the equations of the layer.
   *
   * @param layer the layer's annotation
   * @param operands the values it takes
   * @param lowering writes equations, knows the layer's parameters and whether this is to train
   * @return the value of the row
   */
  Value lower(Mention layer, List<Value> operands, Lowering lowering);
}
