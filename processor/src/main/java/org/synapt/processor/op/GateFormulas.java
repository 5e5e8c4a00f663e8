package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.formula.Derivative;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.Simplification;

/**
 * The functions of a recurrent layer's gates, each a formula of {@code x}.
 *
 * @param activation of the candidate, and of the cell's state
 * @param recurrent of the gates
 */
public record GateFormulas(Elementwise activation, Elementwise recurrent) {

  /**
   * The derivative of a function: a formula of its result {@code y} where there is one, else of
   * {@code x}.
   */
  public static Elementwise slope(Elementwise function) {
    return function
        .throughResult()
        .map(slope -> Elementwise.of(slope, List.of(Elementwise.RESULT)))
        .orElseGet(() -> slopeOfOperand(function));
  }

  private static Elementwise slopeOfOperand(Elementwise function) {
    String x = function.variables().get(0);
    Expression slope = Simplification.of(Derivative.of(function.expression(), x));
    return Elementwise.of(slope, function.variables());
  }

  /** Whether a derivative reads {@code x}, so that the sums have to be kept. */
  public boolean needSums() {
    return activation.throughResult().isEmpty() || recurrent.throughResult().isEmpty();
  }
}
