package org.synapt.processor.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * What {@code @Constrain} says about a parameter.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#AxisBeyondRank}, {@link
 * Code#IdleAttribute}, {@link Code#RepeatedAxis}.
 */
final class Constraining {
  /** The attributes that each constraint reads. */
  private static final Map<String, List<String>> USED =
      Map.of(
          "NONE", List.of(),
          "MAX_NORM", List.of("maxValue", "axis"),
          "NON_NEG", List.of(),
          "UNIT_NORM", List.of("axis"),
          "MIN_MAX_NORM", List.of("minValue", "maxValue", "rate", "axis"));

  private static final List<String> NUMBERS = List.of("maxValue", "minValue", "rate", "axis");

  private Constraining() {}

  /** What a sound {@code @Constrain} keeps a parameter of that shape within. */
  static Optional<ConstraintSpec> of(Mention constrain, Shape parameter) {
    List<Integer> axes = axes(constrain, parameter);
    return switch (constrain.constant("value")) {
      case "NONE" -> Optional.empty();
      case "MAX_NORM" -> Optional.of(ConstraintSpec.along(axes, "maxNorm", most(constrain)));
      case "NON_NEG" -> Optional.of(ConstraintSpec.of("nonNeg"));
      case "UNIT_NORM" -> Optional.of(ConstraintSpec.along(axes, "unitNorm"));
      case "MIN_MAX_NORM" ->
          Optional.of(
              ConstraintSpec.along(
                  axes,
                  "minMaxNorm",
                  (float) constrain.decimal("minValue"),
                  most(constrain),
                  (float) constrain.decimal("rate")));
      default -> throw new IllegalArgumentException(constrain.toString());
    };
  }

  private static List<Integer> axes(Mention constrain, Shape parameter) {
    return constrain.integers("axis").stream()
        .map(axis -> Axes.resolve(axis, parameter))
        .sorted()
        .toList();
  }

  /** The annotation's default is Keras's for one of the two constraints that have the attribute. */
  private static float most(Mention constrain) {
    boolean ofMinMax = constrain.constant("value").equals("MIN_MAX_NORM");
    return ofMinMax && !constrain.states("maxValue") ? 1 : (float) constrain.decimal("maxValue");
  }

  /**
   * Whether an attribute's {@code @Constrain} can keep a parameter within bounds.
   *
   * @param layer the layer
   * @param attribute the attribute that holds the {@code @Constrain}
   * @param name the parameter, for messages
   * @param parameter the parameter's shape
   */
  static boolean check(
      Mention layer, String attribute, String name, Shape parameter, Problems problems) {
    Mention constrain = layer.mention(attribute);
    reportIdle(constrain, problems);
    return checkNumbers(constrain, problems) & checkAxes(constrain, name, parameter, problems);
  }

  private static List<String> used(Mention constrain) {
    return USED.getOrDefault(constrain.constant("value"), List.of());
  }

  private static void reportIdle(Mention constrain, Problems problems) {
    List<String> used = used(constrain);
    for (String attribute : NUMBERS) {
      if (constrain.states(attribute) && !used.contains(attribute)) {
        problems.add(
            Code.IdleAttribute,
            constrain.origin(attribute),
            "%s does not use %s".formatted(constrain.constant("value"), attribute),
            used.isEmpty()
                ? "remove it; this constraint has no numbers"
                : "remove it; this constraint has " + String.join(" and ", used));
      }
    }
  }

  private static boolean checkNumbers(Mention constrain, Problems problems) {
    return switch (constrain.constant("value")) {
      case "MAX_NORM" -> Bounds.aboveZero(constrain, "maxValue", problems);
      case "MIN_MAX_NORM" ->
          (Bounds.notNegative(constrain, "minValue", problems)
                  & Bounds.aboveZero(constrain, "maxValue", problems)
                  & checkRate(constrain, problems))
              && checkRange(constrain, problems);
      default -> true;
    };
  }

  private static boolean checkRate(Mention constrain, Problems problems) {
    double rate = constrain.decimal("rate");
    if ((float) rate > 0 && (float) rate <= 1) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        constrain.origin("rate"),
        "rate = %s is no share of the way into the bounds".formatted(rate),
        "state more than 0 and at most 1");
    return false;
  }

  private static boolean checkRange(Mention constrain, Problems problems) {
    float least = (float) constrain.decimal("minValue");
    float most = most(constrain);
    if (least <= most) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        constrain.origin("minValue"),
        "minValue = %s is above maxValue = %s".formatted(least, most),
        "state a smaller minValue or a larger maxValue");
    return false;
  }

  private static boolean checkAxes(
      Mention constrain, String name, Shape parameter, Problems problems) {
    if (!used(constrain).contains("axis")) {
      return true;
    }
    List<Integer> axes = constrain.integers("axis");
    if (axes.isEmpty()) {
      problems.add(
          Code.AttributeOutOfRange,
          constrain.origin("axis"),
          "axis = {} names no axis of %s %s".formatted(name, parameter),
          "name those along which norms are taken");
      return false;
    }
    for (int axis : axes) {
      if (axis < -parameter.rank() || axis >= parameter.rank()) {
        reportBeyond(constrain, axis, name, parameter, problems);
        return false;
      }
    }
    return checkRepeated(constrain, axes(constrain, parameter), problems);
  }

  private static void reportBeyond(
      Mention constrain, int axis, String name, Shape parameter, Problems problems) {
    int rank = parameter.rank();
    problems.add(
        Code.AxisBeyondRank,
        constrain.origin("axis"),
        "axis = %s, but %s %s has %s"
            .formatted(axis, name, parameter, rank == 1 ? "one axis" : rank + " axes"),
        rank == 1
            ? "write 0, its only axis"
            : "write one from 0 to %s, or from -%s to -1".formatted(rank - 1, rank));
  }

  private static boolean checkRepeated(Mention constrain, List<Integer> axes, Problems problems) {
    Set<Integer> found = new HashSet<>();
    for (int axis : axes) {
      if (!found.add(axis)) {
        problems.add(
            Code.RepeatedAxis,
            constrain.origin("axis"),
            "axis names axis %s twice".formatted(axis),
            "name it once");
        return false;
      }
    }
    return true;
  }
}
