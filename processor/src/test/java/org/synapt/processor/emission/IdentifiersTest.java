package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IdentifiersTest {
  private final Identifiers identifiers = new Identifiers(List.of("loss", "batch"));

  @Test
  void joinsPathsAsWords() {
    assertThat(identifiers.of("trunk[2].inner.weight")).isEqualTo("trunk2InnerWeight");
  }

  @Test
  void givesTheSameNameForTheSameText() {
    assertThat(identifiers.of("hidden.weight")).isEqualTo(identifiers.of("hidden.weight"));
  }

  @Test
  void tellsApartWhatWouldBecomeTheSame() {
    assertThat(identifiers.of("hidden.weight")).isNotEqualTo(identifiers.of("hiddenWeight"));
  }

  @Test
  void avoidsWhatIsTaken() {
    assertThat(identifiers.of("loss")).isEqualTo("loss_");
  }

  @Test
  void avoidsTheWordsOfJava() {
    assertThat(identifiers.of("float")).isEqualTo("float_");
  }

  @Test
  void namesConstants() {
    assertThat(identifiers.constant("windows 3x3 over 28x28")).isEqualTo("WINDOWS_3X3_OVER_28X28");
    assertThat(identifiers.constant("windows 3x3 over 28x28")).isEqualTo("WINDOWS_3X3_OVER_28X28");
    assertThat(identifiers.of("WINDOWS_3X3_OVER_28X28")).isEqualTo("WINDOWS_3X3_OVER_28X28_");
  }
}
