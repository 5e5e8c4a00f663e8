package org.synapt.processor.layer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.shape.Shape;

/**
 * A layer in a row, applied to operands whose shapes are known.
 *
 * @param row the row's name
 * @param layer the row's layer annotation
 * @param operands what it is applied to
 * @param trace the chain of shapes that leads here, for messages whose cause is further up: {@code
 *     pixels [28, 28] → hidden1 [28, 64]}
 */
public record Use(String row, Mention layer, List<Argument> operands, String trace) {

  /**
   * An operand of a row.
   *
   * @param name the name of the row it is the value of
   * @param shape its shape
   * @param origin where the caret goes: the parameter; the layer annotation where it is implicit
   * @param maker the annotation of the layer that makes it; empty where a block is tried for itself
   */
  public record Argument(String name, Shape shape, Origin origin, Optional<Mention> maker) {

    /** An operand of which is not known what makes it. */
    public Argument(String name, Shape shape, Origin origin) {
      this(name, shape, origin, Optional.empty());
    }
  }

  /** Copies the operands. */
  public Use {
    operands = List.copyOf(operands);
  }

  public Shape shape(int operand) {
    return operands.get(operand).shape();
  }

  public List<Shape> shapes() {
    return operands.stream().map(Argument::shape).toList();
  }

  /** {@code size [32], tone [16, 2]}. */
  public String operandText() {
    return operands.stream()
        .map(operand -> operand.name() + " " + operand.shape())
        .collect(joining(", "));
  }

  /** A remedy, with the chain of shapes under it where the cause may be further up. */
  public String tracing(String remedy) {
    return trace.contains("→") ? "%s%n    %s".formatted(remedy, trace) : remedy;
  }
}
