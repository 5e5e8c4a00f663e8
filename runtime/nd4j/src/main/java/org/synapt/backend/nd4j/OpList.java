package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ops of a formula in the order in which they run, each with a place of its own to write to. */
final class OpList {
  private final List<OpStep> steps = new ArrayList<>();
  private final List<Float> constants = new ArrayList<>();

  /** The place of a number. */
  Place constant(float number) {
    int index = constants.indexOf(number);
    if (index < 0) {
      index = constants.size();
      constants.add(number);
    }
    return new Place(Place.Kind.CONSTANT, Level.SCALAR, index);
  }

  /** Adds {@code op(sources)}. */
  Place add(FormulaOp op, Place... sources) {
    return add(op, List.of(), sources);
  }

  /** Adds what keeps x between two numbers. */
  Place clip(Place x, float low, float high) {
    return add(FormulaOp.CLIP, List.of((double) low, (double) high), x);
  }

  private Place add(FormulaOp op, List<Double> numbers, Place... sources) {
    Level level = Level.SCALAR;
    for (Place source : sources) {
      level = level.or(source.level());
    }
    Place target = new Place(Place.Kind.SCRATCH, level, steps.size());
    steps.add(new OpStep(op, numbers, target, Arrays.asList(sources)));
    return target;
  }

  /** The program that gives what is at a place. */
  OpProgram giving(Place whole, OpScratch scratch) {
    Place result = new Place(Place.Kind.RESULT, Level.MATRIX, 0);
    if (whole.kind() != Place.Kind.SCRATCH || whole.level() != Level.MATRIX) {
      steps.add(new OpStep(FormulaOp.ASSIGN, List.of(), result, List.of(result, whole)));
    }
    float[] numbers = new float[constants.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = constants.get(i);
    }
    return new OpProgram(new PlaceSharing(steps).steps(), scratch, scratch.constants(numbers));
  }
}
