package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.network.Pass;
import org.synapt.network.PredictionPass;
import org.synapt.network.TrainingPass;

/** The processor knows the runtime by name only, so the names are held against it here. */
final class RuntimeNamesTest {

  static Stream<ClassName> all() {
    return Stream.concat(RuntimeNames.ALL.stream(), RuntimeNames.ND4J.stream());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isAClassOfTheRuntime(ClassName name) throws ClassNotFoundException {
    Class<?> type = Class.forName(name.canonicalName());

    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BatchMatMul",
        "BatchNormalization",
        "Copy",
        "LayerNormalization",
        "MaskedSoftmax",
        "MatMul",
        "OneHot",
        "Permute",
        "Pointwise",
        "RandomMask",
        "RandomNormal",
        "Reduce",
        "Share",
        "Softmax",
        "SoftmaxCrossEntropy",
        "Spread"
      })
  void soIsEveryKernel(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName(RuntimeNames.kernel(name).canonicalName());

    assertThat(Class.forName(RuntimeNames.KERNEL.canonicalName()).isAssignableFrom(type)).isTrue();
  }

  @Test
  void noRowMayTakeTheNameOfAMethodOfAPass() {
    for (Class<?> type : new Class<?>[] {Pass.class, PredictionPass.class, TrainingPass.class}) {
      assertWithMessage("methods of %s that no row may be called", type)
          .that(RuntimeNames.PASS_METHODS)
          .containsAtLeastElementsIn(visible(type));
    }
  }

  private static Set<String> visible(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
        .filter(method -> !method.isSynthetic())
        .map(Method::getName)
        .collect(toSet());
  }
}
