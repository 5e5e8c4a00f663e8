package org.synapt.processor.op;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * Zeros around an example, or what is left without its margins.
 *
 * <pre>
 * pad    x [b, n…]                    →   y [b, before + n + after…]
 * crop   x [b, before + n + after…]   →   y [b, n…]
 * </pre>
 *
 * @param kind whether the margins come or go
 * @param before how wide they are in front, along each axis
 * @param after how wide they are behind, along each axis
 */
public record ZeroPadding(Kind kind, List<Integer> before, List<Integer> after)
    implements DifferentiableOp {

  /** What happens to the margins. */
  public enum Kind {
    PAD,
    CROP
  }

  /** Copies the lists. */
  public ZeroPadding {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  public static ZeroPadding pad(List<Integer> before, List<Integer> after) {
    return new ZeroPadding(Kind.PAD, before, after);
  }

  public static ZeroPadding crop(List<Integer> before, List<Integer> after) {
    return new ZeroPadding(Kind.CROP, before, after);
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    Shape x = operands.get(0).shape();
    List<Integer> extents = new ArrayList<>();
    for (int axis = 0; axis < x.rank(); axis++) {
      int margins = before.get(axis) + after.get(axis);
      extents.add(x.extent(axis) + (kind == Kind.PAD ? margins : -margins));
    }
    return Value.of(name, new Shape(extents));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Kind other = kind == Kind.PAD ? Kind.CROP : Kind.PAD;
    tape.add(y.operand(0), new ZeroPadding(other, before, after), dy);
  }

  @Override
  public String toString() {
    return (kind == Kind.PAD ? "pad<" : "crop<") + before + ", " + after + ">";
  }
}
