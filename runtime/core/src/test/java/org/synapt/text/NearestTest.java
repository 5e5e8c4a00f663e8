package org.synapt.text;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
  private static final List<String> KNOWN = Arrays.asList("adam", "adamax", "sgd");

  @Test
  void suggestsWhatIsNearest() {
    assertThat(Nearest.suggestion("adm", KNOWN)).isEqualTo(" (did you mean adam?)");
    assertThat(Nearest.suggestion("adammax", KNOWN)).isEqualTo(" (did you mean adamax?)");
    assertThat(Nearest.suggestion("sgdd", KNOWN)).isEqualTo(" (did you mean sgd?)");
  }

  @Test
  void knowsShortFormsAndOtherSpellings() {
    assertThat(Nearest.suggestion("val_accuracy", Arrays.asList("val_loss", "val_acc")))
        .isEqualTo(" (did you mean val_acc?)");
    assertThat(Nearest.suggestion("MeanSquaredEror", Arrays.asList("mse", "mean_squared_error")))
        .isEqualTo(" (did you mean mean_squared_error?)");
  }

  @Test
  void suggestsNothingThatIsFar() {
    assertThat(Nearest.suggestion("rmsprop", KNOWN)).isEmpty();
    assertThat(Nearest.suggestion("x", Arrays.asList("loss", "val_loss"))).isEmpty();
    assertThat(Nearest.suggestion("learning_rate", Arrays.asList("val_loss", "acc"))).isEmpty();
    assertThat(Nearest.suggestion("adam", Collections.emptyList())).isEmpty();
  }
}
