package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.kernel.Expression;
import org.synapt.kernel.Expression.Call;
import org.synapt.kernel.Expression.Constant;
import org.synapt.kernel.Expression.Operand;
import org.synapt.kernel.Formula;
import org.synapt.processor.formula.Function;

/** What is written as the text of a formula is what its loop computes, as the runtime reads it. */
final class FormulaTextsTest {
  private static final String EVERYTHING =
      """
      /** All that a formula can say. */
      @Network
      interface Everything {
        @Input(shape = 4) Tensor x();
        @Dense(units = 4) Tensor y();
        @Formula("abs(x) + sign(y) * step(x) - relu(y) + exp(x) * log(2 + y * y) + -x ^ 3")
        Tensor first(Tensor x, Tensor y);
        @Formula("log1p(square(x)) / sqrt(1 + y ^ 2) - pow(2 + x * x, y) + sin(pi * x) * cos(y / e)")
        Tensor second(Tensor x, Tensor y);
        @Formula("expm1(x) * tanh(y) + sigmoid(x) * softplus(y) - erf(x) + 1e-3 * clip(y, -0.5, 1_000)")
        Tensor third(Tensor x, Tensor y);
        @Formula("max(x, min(y, 0.5)) * (x < y && x != 0.25 || y >= 0.125 ? x - (y - 1) : x > y ? -(-x) : 2)")
        Tensor fourth(Tensor x, Tensor y);
        @Concatenate      Tensor all(Tensor first, Tensor second, Tensor third, Tensor fourth);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2) Tensor level();
      }
      """;

  private static final Compiled COMPILED = Compiled.of(Samples.file(EVERYTHING));

  static Stream<String> networks() {
    return Stream.concat(Samples.all().keySet().stream(), Stream.of("Everything"));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void saysWhatTheLoopComputes(String network) throws ReflectiveOperationException {
    for (Formula formula : formulas(network).values()) {
      Expression expression = Expression.of(formula);
      for (int seed = 0; seed < 8; seed++) {
        compare(formula, expression, new Random(seed));
      }
    }
  }

  @Test
  void findsTheFormulas() throws ReflectiveOperationException {
    assertThat(formulas("HousePrice").size()).isGreaterThan(2);
    assertThat(formulas("Everything").toString()).contains(" || ");
  }

  private static Map<String, Formula> formulas(String network) throws ReflectiveOperationException {
    Map<String, Formula> formulas = new LinkedHashMap<>();
    Compiled compiled = network.equals("Everything") ? COMPILED : SampleNetworksTest.SAMPLES;
    Class<?> type = compiled.network("samples." + network + "Network", 1).getClass();
    for (Class<?> nested : type.getDeclaredClasses()) {
      for (Field field : nested.getDeclaredFields()) {
        if (field.getType() == Formula.class) {
          field.setAccessible(true);
          formulas.put(field.getName(), (Formula) field.get(null));
        }
      }
    }
    return formulas;
  }

  private static void compare(Formula formula, Expression expression, Random random) {
    int count = formula.operands().size();
    float[][] operands = new float[count][1];
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      operands[i][0] = (random.nextInt(3) == 0 ? -1 : 1) * (0.1f + 0.8f * random.nextFloat());
      numbers[i] = operands[i][0];
    }
    float[] result = new float[1];
    formula.apply(1, result, operands);
    double expected = value(expression, numbers);
    if (Double.isNaN(expected)) {
      assertWithMessage("%s", formula).that(result[0]).isNaN();
    } else {
      assertWithMessage("%s", formula)
          .that((double) result[0])
          .isWithin(1e-5 * (1 + Math.abs(expected)))
          .of(expected);
    }
  }

  private static double value(Expression expression, double... operands) {
    if (expression instanceof Constant constant) {
      return constant.value();
    } else if (expression instanceof Operand operand) {
      return operands[operand.index()];
    }
    Call call = (Call) expression;
    double[] x =
        call.arguments().stream().mapToDouble(argument -> value(argument, operands)).toArray();
    Optional<Function> function = Function.named(call.function().toString());
    return function.isPresent() ? function.get().apply(x) : value(call.function(), x);
  }

  private static double value(Expression.Function function, double... x) {
    return switch (function) {
      case ADD -> x[0] + x[1];
      case SUBTRACT -> x[0] - x[1];
      case MULTIPLY -> x[0] * x[1];
      case DIVIDE -> x[0] / x[1];
      case NEGATIVE -> -x[0];
      case WHERE -> x[0] != 0 ? x[1] : x[2];
      default -> holds(function, x) ? 1 : 0;
    };
  }

  private static boolean holds(Expression.Function function, double... x) {
    return switch (function) {
      case LESS -> x[0] < x[1];
      case LESS_EQUAL -> x[0] <= x[1];
      case GREATER -> x[0] > x[1];
      case GREATER_EQUAL -> x[0] >= x[1];
      case EQUAL -> x[0] == x[1];
      case NOT_EQUAL -> x[0] != x[1];
      case LOGICAL_AND -> x[0] != 0 && x[1] != 0;
      case LOGICAL_OR -> x[0] != 0 || x[1] != 0;
      default -> throw new AssertionError(function);
    };
  }
}
