package org.synapt.samples.mnist;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backends;
import org.synapt.network.Seed;
import org.synapt.persistence.ParameterFileException;

/** What a generated network refuses, and what it gives for many examples at once. */
final class GeneratedNetworkTest {
  @TempDir Path folder;

  @Test
  void anotherActivationIsAnotherNetwork() throws IOException {
    Path file = folder.resolve("sigmoid.safetensors");
    new MnistSigmoidNetwork(Backends.named("java"), Seed.of(1)).save(file);
    MnistReluNetwork relu = new MnistReluNetwork(Backends.named("java"), Seed.of(2));
    float[] before = relu.parameter("hidden1.bias").get();

    ParameterFileException refused =
        assertThrows(ParameterFileException.class, () -> relu.load(file));

    assertThat(refused).hasMessageThat().contains("hidden1");
    assertThat(refused).hasMessageThat().contains("dense(500),sigmoid");
    assertThat(relu.parameter("hidden1.bias").get()).isEqualTo(before);
  }

  @Test
  void valuesOfManyExamplesAreThoseOfEach() {
    MnistReluNetwork network = new MnistReluNetwork(Backends.named("java"), Seed.of(1));
    float[] pixels = new float[300 * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 11 / 11f;
    }

    float[] all = network.value("hidden2", pixels);

    float[] last = new float[784];
    System.arraycopy(pixels, 299 * 784, last, 0, 784);
    float[] one = network.value("hidden2", last);
    for (int i = 0; i < 500; i++) {
      assertThat(all[299 * 500 + i]).isEqualTo(one[i]);
    }
  }

  @Test
  void aGradientIsRefusedForTargetsThatAreNone() {
    MnistReluNetwork network = new MnistReluNetwork(Backends.named("java"), Seed.of(1));
    float[] digit = new float[10];
    digit[3] = 7;

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> network.pixelsGradient(new float[784], digit));

    assertThat(refused).hasMessageThat().contains("digit");
  }
}
