package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("K5")
final class FilePatternTest {

  /** What Python 3's {@code format} gives for {@code epoch=7, val_loss=x}. */
  @ParameterizedTest
  @CsvSource({
    "weights.{epoch:02d}-{val_loss:.2f}.h5, 0.125, weights.07-0.12.h5",
    "{epoch}, 0, 7",
    "{epoch:d}, 0, 7",
    "{epoch:4d}!, 0, '   7!'",
    "{epoch:.1f}, 0, 7.0",
    "{val_loss:.2f}, 0.375, 0.38",
    "{val_loss:.2f}, 2.675, 2.67",
    "{val_loss:f}, 0.1, 0.100000",
    "{val_loss:.3}, 0.5, 0.500",
    "{val_loss:07.2f}, -3.14159, -003.14",
    "{val_loss:7.2f}, -3.14159, '  -3.14'",
    "{val_loss:.2e}, 0.000123, 1.23e-04",
    "{val_loss}, 0.25, 0.25",
    "{val_loss:.2f}, NaN, nan",
    "{val_loss:.2f}, Infinity, inf",
    "{{{epoch}}}, 0, {7}",
    "plain, 0, plain",
  })
  void fillsPlacesAsPythonDoes(String pattern, double loss, String expected) {
    assertThat(new FilePattern(pattern).fill(name -> name.equals("epoch") ? 7 : loss))
        .isEqualTo(expected);
  }

  @Test
  void knowsWhatItsPlacesAreCalled() {
    assertThat(new FilePattern("{epoch:02d}-{val_loss:.2f}-{{no}}").names())
        .containsExactly("epoch", "val_loss")
        .inOrder();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{epoch", "epoch}", "{}", "{:02d}", "{epoch:>5}", "{epoch:02x}"})
  void refusesPlacesThatCannotBeRead(String pattern) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> ModelCheckpoint.to(pattern));

    assertThat(thrown).hasMessageThat().contains("places look like {epoch}, {epoch:02d}");
  }

  @Test
  void refusesAWholeNumberForALoss() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> new FilePattern("{val_loss:02d}"));

    assertThat(thrown).hasMessageThat().contains("use {val_loss:.2f}");
  }

  @Test
  void noWidthIsTooLargeToBeRead() {
    assertThat(new FilePattern("{epoch:99999999999d}").fill(name -> 7)).hasLength(255);
  }
}
