package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LogsTest {
  private static final Logs LOGS =
      new Logs(Arrays.asList("loss", "acc", "tiny"), new double[] {0.46142, 0.78779, 0.000123});

  @Test
  void printsAsKerasDoes() {
    assertThat(LOGS.toString()).isEqualTo("loss: 0.4614 - acc: 0.7878 - tiny: 1.2300e-04");
  }

  @Test
  void isAMapThatCannotBeChanged() {
    assertThat(LOGS).containsExactly("loss", 0.46142, "acc", 0.78779, "tiny", 0.000123).inOrder();
    assertThat(LOGS.get("val_loss")).isNull();
    assertThrows(UnsupportedOperationException.class, () -> LOGS.put("loss", 0.0));
    assertThrows(UnsupportedOperationException.class, () -> LOGS.remove("loss"));
  }

  @Test
  void saysWhatThereIsInsteadOfWhatThereIsNot() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> LOGS.value("val_loss"));

    assertThat(thrown).hasMessageThat().isEqualTo("there is no val_loss among [loss, acc, tiny]");
  }
}
