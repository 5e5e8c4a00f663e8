package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeterminismTest {

  @Test
  void writesTheSameInWhateverOrderTheFilesCome() {
    List<String> files = Samples.files();
    List<String> reversed = new ArrayList<>(files);
    Collections.reverse(reversed);

    assertThat(Compiled.of(reversed).sources()).isEqualTo(Compiled.of(files).sources());
  }

  @Test
  void writesTheSameForADeclarationAlone() {
    assertThat(Compiled.of(Samples.file(Samples.CHAIN)).sources())
        .containsExactly(
            "samples.ChainNetwork",
            Compiled.of(Samples.files()).sources().get("samples.ChainNetwork"));
  }
}
