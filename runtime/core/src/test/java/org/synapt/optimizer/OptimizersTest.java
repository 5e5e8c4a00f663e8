package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O15")
final class OptimizersTest {
  @Test
  void findsEveryOptimizerByItsName() {
    for (String name : Optimizers.names()) {
      assertThat(Optimizers.named(name).name()).isEqualTo(name);
    }
    assertThat(Optimizers.names()).hasSize(8);
  }

  @Test
  void takesNamesInAnyCase() {
    assertThat(Optimizers.named("RMSprop")).isInstanceOf(RMSprop.class);
    assertThat(Optimizers.named("SGD")).isInstanceOf(SGD.class);
  }

  @Test
  @Tag("O16")
  void givesTheDefaults() {
    assertThat(Optimizers.named("adam").hyperparameters())
        .isEqualTo(Adam.defaults().hyperparameters());
  }

  @Test
  void suggestsTheNearestNameForAnUnknownOne() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Optimizers.named("Adm"));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "There is no optimizer 'Adm' (did you mean adam?); there are adadelta, adagrad, adam,"
                + " adamax, adamw, nadam, rmsprop, sgd");
  }
}
