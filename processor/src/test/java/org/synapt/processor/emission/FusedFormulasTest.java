package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.processor.formula.Formulas;

final class FusedFormulasTest {
  @Test
  void cutsATextWithoutBlanksAnywhere() {
    String text = "tanh(".repeat(40) + "x" + ")".repeat(40);
    FusedFormulas formulas = new FusedFormulas();

    formulas.constant(Formulas.of(text), List.of("x"), List.of());

    String written = formulas.type().toString().replaceAll("\"\\s*\\+ \"", "");
    assertThat(written).contains("\"" + text + "\"");
  }
}
