package org.synapt.network;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class SummaryTest {

  @Test
  void printsAChainIn65ColumnsAsKeras() {
    Signature signature =
        Signature.of("MnistMlp")
            .input("pixels", 784)
            .row("hidden1", "Dense", 392_500, new int[] {500}, "pixels")
            .row("hidden2", "Dense", 250_500, new int[] {500}, "hidden1")
            .row("digit", "Dense", 5_010, new int[] {10}, "hidden2")
            .build();

    assertThat(Summary.of(signature, signature.parameters()))
        .isEqualTo(
            """
            _________________________________________________________________
            Layer (type)                 Output Shape              Param #\s\s\s
            =================================================================
            pixels (InputLayer)          (None, 784)               0\s\s\s\s\s\s\s\s\s
            _________________________________________________________________
            hidden1 (Dense)              (None, 500)               392500\s\s\s\s
            _________________________________________________________________
            hidden2 (Dense)              (None, 500)               250500\s\s\s\s
            _________________________________________________________________
            digit (Dense)                (None, 10)                5010\s\s\s\s\s\s
            =================================================================
            Total params: 648,010
            Trainable params: 648,010
            Non-trainable params: 0
            _________________________________________________________________
            """);
  }

  @Test
  void printsWhatEachRowOfAGraphIsConnectedTo() {
    Signature signature =
        Signature.of("HousePrice")
            .input("measures", 12)
            .input("words", 300)
            .row("both", "Concatenate", 0, new int[] {312}, "measures", "words")
            .build();

    String[] lines = Summary.of(signature, signature.parameters()).split("\n", -1);

    assertThat(lines[0]).hasLength(100);
    assertThat(lines[1].trim())
        .isEqualTo(
            "Layer (type)                     Output Shape          Param #     Connected to");
    assertThat(lines[7].trim())
        .isEqualTo(
            "both (Concatenate)               (None, 312)           0           measures[0][0]");
    assertThat(lines[8].trim()).isEqualTo("words[0][0]");
    assertThat(lines[8].indexOf("words")).isEqualTo(67);
  }

  @Test
  void cutsWhatIsTooLongSoThatColumnsStayApart() {
    Signature signature =
        Signature.of("Long").input("aNameThatIsLongerThanTheColumnIsWide", 3).build();

    assertThat(Summary.of(signature, signature.parameters()).split("\n", -1)[3])
        .startsWith("aNameThatIsLongerThanTheColu (None, 3) ");
  }
}
