package org.synapt.processor.layer;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.synapt.processor.declaration.Constant;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * What {@code @Initialize} says about a parameter.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#InitializerShape}, {@link
 * Code#IdleAttribute}.
 */
final class Initialization {
  private static final Map<String, Factory> FACTORIES =
      Map.ofEntries(
          entry("ZEROS", new Factory("zeros")),
          entry("ONES", new Factory("ones")),
          entry("CONSTANT", new Factory("constant", "constant")),
          entry("RANDOM_NORMAL", new Factory("randomNormal", "mean", "stddev")),
          entry("RANDOM_UNIFORM", new Factory("randomUniform", "low", "high")),
          entry("TRUNCATED_NORMAL", new Factory("truncatedNormal", "mean", "stddev")),
          entry(
              "VARIANCE_SCALING", new Factory("varianceScaling", "scale", "mode", "distribution")),
          entry("ORTHOGONAL", new Factory("orthogonal", "gain")),
          entry("IDENTITY", new Factory("identity", "gain")),
          entry("LECUN_NORMAL", new Factory("lecunNormal")),
          entry("LECUN_UNIFORM", new Factory("lecunUniform")),
          entry("GLOROT_NORMAL", new Factory("glorotNormal")),
          entry("GLOROT_UNIFORM", new Factory("glorotUniform")),
          entry("HE_NORMAL", new Factory("heNormal")),
          entry("HE_UNIFORM", new Factory("heUniform")));

  /** The attributes that only some initializers read, in the order in which they are declared. */
  private static final List<String> NUMBERS =
      List.of("low", "high", "mean", "stddev", "constant", "gain", "scale", "mode", "distribution");

  private Initialization() {}

  /** A factory method of the runtime's initializers and the attributes that are its arguments. */
  private record Factory(String method, List<String> attributes) {

    Factory(String method, String... attributes) {
      this(method, List.of(attributes));
    }
  }

  /** How a parameter starts, by a sound {@code @Initialize}. */
  static InitializerSpec of(Mention initialize) {
    Factory factory = factory(initialize);
    List<Object> arguments = new ArrayList<>();
    for (String attribute : factory.attributes()) {
      Object value = initialize.attribute(attribute).value();
      arguments.add(
          value instanceof Constant ? value : (Object) (float) initialize.decimal(attribute));
    }
    return new InitializerSpec(factory.method(), arguments);
  }

  private static Factory factory(Mention initialize) {
    Factory factory = FACTORIES.get(initialize.constant("value"));
    if (factory == null) {
      throw new IllegalArgumentException("no factory for " + initialize.constant("value"));
    }
    return factory;
  }

  /**
   * Whether an attribute's {@code @Initialize} can start a parameter.
   *
   * @param layer the layer
   * @param attribute the attribute that holds the {@code @Initialize}
   * @param parameter the parameter's shape
   */
  static boolean check(Mention layer, String attribute, Shape parameter, Problems problems) {
    Mention initialize = layer.mention(attribute);
    reportIdle(initialize, problems);
    return checkNumbers(initialize, problems) & checkShape(initialize, parameter, problems);
  }

  private static void reportIdle(Mention initialize, Problems problems) {
    List<String> used = factory(initialize).attributes();
    for (String attribute : NUMBERS) {
      if (initialize.states(attribute) && !used.contains(attribute)) {
        problems.add(
            Code.IdleAttribute,
            initialize.origin(attribute),
            "%s does not use %s".formatted(initialize.constant("value"), attribute),
            used.isEmpty()
                ? "remove it; this initializer has no numbers"
                : "remove it; this initializer has " + String.join(" and ", used));
      }
    }
  }

  private static boolean checkNumbers(Mention initialize, Problems problems) {
    return switch (initialize.constant("value")) {
      case "CONSTANT" -> Bounds.isFloat(initialize, "constant", problems);
      case "RANDOM_NORMAL", "TRUNCATED_NORMAL" ->
          Bounds.isFloat(initialize, "mean", problems)
              & Bounds.aboveZero(initialize, "stddev", problems);
      case "RANDOM_UNIFORM" ->
          Bounds.isFloat(initialize, "low", problems)
              && Bounds.isFloat(initialize, "high", problems)
              && checkRange(initialize, problems);
      case "VARIANCE_SCALING" -> Bounds.aboveZero(initialize, "scale", problems);
      case "ORTHOGONAL", "IDENTITY" -> Bounds.isFloat(initialize, "gain", problems);
      default -> true;
    };
  }

  private static boolean checkRange(Mention initialize, Problems problems) {
    double low = initialize.decimal("low");
    double high = initialize.decimal("high");
    if (low < high) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        initialize.origin(initialize.states("low") ? "low" : "high"),
        "low = %s is not below high = %s".formatted(low, high),
        "state a smaller low or a larger high");
    return false;
  }

  private static boolean checkShape(Mention initialize, Shape parameter, Problems problems) {
    boolean fits =
        switch (initialize.constant("value")) {
          case "IDENTITY", "ORTHOGONAL" -> parameter.rank() >= 2;
          default -> true;
        };
    if (!fits) {
      problems.add(
          Code.InitializerShape,
          initialize.origin("value"),
          "%s needs rows and columns, but the parameter is %s"
              .formatted(initialize.constant("value"), parameter),
          "choose an initializer that works element by element");
    }
    return fits;
  }
}
