package org.synapt.backend.nd4j;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of one call of a formula.
 *
 * @param rows the rows of y
 * @param columns the columns of y
 * @param y the result
 * @param x the operands
 * @param constants the formula's numbers
 * @param scratch what lies between
 */
record OpArrays(
    int rows,
    int columns,
    Nd4jBuffer y,
    List<Nd4jBuffer> x,
    List<INDArray> constants,
    OpScratch scratch) {

  BoundOp prepare(OpStep step) {
    boolean flat = !step.spreadsVectors();
    Optional<INDArray> mask =
        step.op().isComparison()
            ? Optional.of(scratch.mask(shape(step.target().level(), flat)))
            : Optional.empty();
    INDArray[] sources =
        step.sources().stream().map(place -> array(place, flat)).toArray(INDArray[]::new);
    return step.op().on(step.numbers(), array(step.target(), flat), mask, sources);
  }

  private INDArray array(Place place, boolean flat) {
    return place.kind() == Place.Kind.CONSTANT
        ? constants.get(place.index())
        : buffer(place).array(shape(place.level(), flat));
  }

  private Nd4jBuffer buffer(Place place) {
    return switch (place.kind()) {
      case OPERAND -> x.get(place.index());
      case RESULT -> y;
      default -> scratch.floats(place.level(), place.index(), place.level().floats(rows, columns));
    };
  }

  /** Without the axis of rows, unless an array has but one row for all of another. */
  private long[] shape(Level level, boolean flat) {
    if (flat || level == Level.SCALAR) {
      return new long[] {level.floats(rows, columns)};
    }
    return new long[] {level == Level.MATRIX ? rows : 1, columns};
  }
}
