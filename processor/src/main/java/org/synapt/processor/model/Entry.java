package org.synapt.processor.model;

import java.util.List;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.layer.Layer;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.shape.Shape;

/**
 * A row of a model: blocks are expanded, so that every entry is an input or one layer applied once.
 *
 * @param name the row's name with the path through blocks and repetitions: {@code trunk[2].inner}
 * @param rule what the layer means; inputs have {@code InputLayer}
 * @param layer the layer's annotation, with nothing left that a block decides
 * @param operands the names of the entries it takes
 * @param shape the shape of its value, all of it
 * @param owner the name under which its parameters go: its own, or that of a {@code Layer} row
 * @param parameters what the owner trains; for every entry of a shared layer the same
 * @param outer the row of the network that it stands in; its own name outside blocks
 * @param written the layer's annotation with its places in the body of a block, where that is known
 * @param folded the leading extents of its value that count as examples in it: its layer is applied
 *     to each of so many steps
 */
public record Entry(
    String name,
    Layer rule,
    Mention layer,
    List<String> operands,
    Shape shape,
    String owner,
    List<ParameterSpec> parameters,
    String outer,
    Mention written,
    Shape folded) {

  /** Copies the lists. */
  public Entry {
    operands = List.copyOf(operands);
    parameters = List.copyOf(parameters);
  }

  /** An entry that stands in no block. */
  public Entry(
      String name,
      Layer rule,
      Mention layer,
      List<String> operands,
      Shape shape,
      String owner,
      List<ParameterSpec> parameters,
      String outer) {
    this(name, rule, layer, operands, shape, owner, parameters, outer, layer, Shape.of());
  }

  public boolean input() {
    return layer.is("Input");
  }

  /** The shape of a value that it takes or gives, as its layer sees it: of one step. */
  public Shape ofStep(Shape whole) {
    Shape step = whole;
    for (int axis = 0; axis < folded.rank(); axis++) {
      step = step.without(0);
    }
    return step;
  }

  /** For a summary: {@code dense(128), relu}. */
  public String describe() {
    return rule.describe(layer) + (folded.rank() > 0 ? ", each step" : "");
  }

  @Override
  public String toString() {
    return "%s = %s(%s) %s".formatted(name, describe(), String.join(", ", operands), shape);
  }
}
