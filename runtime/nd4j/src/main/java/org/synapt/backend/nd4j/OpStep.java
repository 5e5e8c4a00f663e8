package org.synapt.backend.nd4j;

import java.util.List;

/**
 * One op of a formula: {@code target = op(sources)}, element by element.
 *
 * @param op what is computed
 * @param numbers what it takes besides arrays
 * @param target written; may be a source of its own level
 * @param sources read
 */
record OpStep(FormulaOp op, List<Double> numbers, Place target, List<Place> sources) {

  /** Whether a source is what the formula is given. */
  boolean readsOperand() {
    return sources.stream().anyMatch(source -> source.kind() == Place.Kind.OPERAND);
  }

  /** Whether a source of one row serves all rows of the target. */
  boolean spreadsVectors() {
    return target.level() == Level.MATRIX
        && sources.stream().anyMatch(source -> source.level() == Level.VECTOR);
  }
}
