package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Scaler;
import org.synapt.network.LinearNetwork;

@Tag("D16")
final class AttachmentsTest {
  private static final Column DATA =
      Column.of("x", 3, new float[] {0.1f, 2, 3e8f, -0.7f, 2, 1, 1e-30f, 2, -5});

  @TempDir Path folder;

  private static LinearNetwork network(long seed) {
    return LinearNetwork.of("Line", Backends.named("java"), seed, 3, "mean_squared_error", "y");
  }

  private static float[] values(LinearNetwork network) {
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }

  @Test
  void keepsScalersToTheBit() throws IOException {
    Path file = folder.resolve("network.safetensors");
    LinearNetwork network = network(1);
    network.attachments().put("x", Scaler.standard(DATA).numbers());
    network.attachments().put("y/of z", Scaler.minMax(DATA, -1, 1).numbers());
    ParameterFile.save(network, file);

    LinearNetwork other = network(2);
    other.attachments().put("x", Collections.emptyMap());
    ParameterFile.load(other, file);

    assertThat(other.attachments().names()).containsExactly("x", "y/of z").inOrder();
    for (String name : new String[] {"x", "y/of z"}) {
      network
          .attachments()
          .get(name)
          .forEach(
              (key, array) -> assertThat(other.attachments().get(name).get(key)).isEqualTo(array));
      assertThat(Scaler.of(other.attachments().get(name)).transform(DATA).toArray())
          .isEqualTo(Scaler.of(network.attachments().get(name)).transform(DATA).toArray());
    }
  }

  @Test
  void keepsWhatAFileSaysNothingOf() throws IOException {
    Path file = folder.resolve("network.safetensors");
    ParameterFile.save(network(1), file);
    LinearNetwork other = network(2);
    other.attachments().put("x", Collections.singletonMap("numbers", new double[] {1, 2}));

    ParameterFile.load(other, file);

    assertThat(other.attachments().get("x").get("numbers")).isEqualTo(new double[] {1, 2});
    assertThat(assertThrows(IllegalArgumentException.class, () -> other.attachments().get("z")))
        .hasMessageThat()
        .contains("nothing is attached as z, only [x]");
  }

  @Test
  void refusesNumbersThatCannotBeKept() {
    LinearNetwork network = network(1);

    for (double number : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      double[] array = {1, number};
      assertThrows(
          IllegalArgumentException.class,
          () -> network.attachments().put("x", Collections.singletonMap("a", array)));
    }
    for (String name : new String[] {"", "a/b"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> network.attachments().put("x", Collections.singletonMap(name, new double[1])));
    }
    assertThat(network.attachments().names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5 NaN", "1.5 two", "1.5  3", "1.5 1e9", "        "})
  void leavesTheNetworkWhereTheFileIsDamaged(String text) throws IOException {
    Path file = folder.resolve("network.safetensors");
    LinearNetwork network = network(1);
    network.attachments().put("x", Collections.singletonMap("a", new double[] {1.5, 2.5}));
    ParameterFile.save(network, file);
    String saved = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(saved).contains("\"1.5 2.5\"");
    String padded = (text + "       ").substring(0, 7);
    String damaged = saved.replace("\"1.5 2.5\"", "\"" + padded + "\"");
    Files.write(file, damaged.getBytes(StandardCharsets.ISO_8859_1));
    LinearNetwork other = network(2);
    float[] before = values(other);

    if (text.equals("1.5 1e9")) {
      ParameterFile.load(other, file);
      assertThat(other.attachments().get("x").get("a")).isEqualTo(new double[] {1.5, 1e9});
    } else {
      ParameterFileException thrown =
          assertThrows(ParameterFileException.class, () -> ParameterFile.load(other, file));
      assertThat(thrown).hasMessageThat().contains("synapt.attached/x/a is");
      assertThat(other.attachments().names()).isEmpty();
      assertThat(values(other)).isEqualTo(before);
    }
  }

  @Test
  void copiesWhatIsAttached() {
    LinearNetwork network = network(1);
    double[] array = {1, 2};
    network.attachments().put("x", Collections.singletonMap("a", array));
    Arrays.fill(array, 9);

    assertThat(network.attachments().get("x").get("a")).isEqualTo(new double[] {1, 2});
  }
}
