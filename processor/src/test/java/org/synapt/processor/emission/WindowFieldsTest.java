package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;

import com.palantir.javapoet.FieldSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

final class WindowFieldsTest {
  private final WindowFields fields = new WindowFields(new Identifiers(List.of()));

  private String name(Window... axes) {
    return fields.of(Windows.of(axes)).toString();
  }

  @Test
  void areCalledAsTheyMove() {
    assertThat(name(Window.valid(28, 3, 1, 1), Window.valid(27, 2, 1, 1)))
        .isEqualTo("WINDOWS_3X2_OVER_28X27");
    assertThat(name(Window.same(28, 3, 2, 1), Window.same(27, 2, 2, 1)))
        .isEqualTo("WINDOWS_3X2_OVER_28X27_BY_2_PADDED");
    assertThat(name(Window.valid(28, 3, 1, 2), Window.valid(27, 2, 1, 4)))
        .isEqualTo("WINDOWS_3X2_OVER_28X27_DILATED_2X4");
    assertThat(name(Window.valid(12, 4, 3, 1))).isEqualTo("WINDOWS_4_OVER_12_BY_3");
  }

  @Test
  void areOneConstantWhereTheyAreEqual() {
    assertThat(name(Window.same(12, 3, 1, 1))).isEqualTo(name(Window.same(12, 3, 1, 1)));
    assertThat(fields.specs()).hasSize(1);
  }

  @Test
  void areToldApartWhereOnlyTheirPaddingDiffers() {
    assertThat(name(Window.same(12, 3, 1, 1))).isEqualTo("WINDOWS_3_OVER_12_PADDED");
    assertThat(name(Window.causal(12, 3, 1, 1))).isEqualTo("WINDOWS_3_OVER_12_PADDED_NO_2");
    assertThat(name(new Window(12, 3, 1, 1, 0, 2))).isEqualTo("WINDOWS_3_OVER_12_PADDED_NO_3");
  }

  @Test
  void areWrittenWithWhatTheyDoNotHaveByThemselves() {
    name(Window.valid(12, 3, 1, 1));
    name(new Window(1_200, 3, 2, 4, 1, 0));

    assertThat(fields.specs().stream().map(WindowFieldsTest::value).toList())
        .containsExactly(
            "over(12).sized(3);", "over(1_200).sized(3).strides(2).dilated(4).padding(1,0);")
        .inOrder();
  }

  /** Without blanks and line breaks. */
  private static String value(FieldSpec field) {
    return field.toString().replaceAll("\\s", "").replaceFirst(".*Windows\\.", "");
  }
}
