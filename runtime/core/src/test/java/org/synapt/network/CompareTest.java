package org.synapt.network;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

final class CompareTest {
  private static final Backend JAVA = Backends.named("java");

  private final LinearNetwork network = LinearNetwork.of(JAVA, 5, 3, "mean_squared_error");

  @Test
  void findsNothingBetweenANetworkAndItsCopy() {
    Compare.Differences differences = Compare.backends(network, new float[300 * 3]);

    assertThat(differences.rows()).hasSize(2);
    assertThat(differences.worst().difference()).isEqualTo(0f);
    assertThat(differences.worst().example()).isEqualTo(-1);
  }

  @Test
  void copiesParametersAndWhatIsAttached() {
    network.parameter("y.weight").set(1, 2, 3);
    network.attachments().put("scale", Collections.singletonMap("mean", new double[] {4}));

    LinearNetwork copy = network.on(JAVA);
    network.parameter("y.weight").set(0, 0, 0);

    assertThat(copy.parameter("y.weight").get()).isEqualTo(new float[] {1, 2, 3});
    assertThat(copy.attachments().get("scale").get("mean")).isEqualTo(new double[] {4});
  }

  @Test
  void findsWhereTheyAreFurthestApart() {
    float[] expected = {1, -8, 3, 4, 5, 6};
    float[] found = {1, -8, 3.5f, 4, 5, 6.25f};

    RowDifference row = RowDifference.none("y").or(found, expected, 2, 256);

    assertThat(row.difference()).isEqualTo(0.5f);
    assertThat(row.relative()).isEqualTo(0.0625f);
    assertThat(row.example()).isEqualTo(257);
    assertThat(row.at()).isEqualTo(0);
    assertThat(row.found()).isEqualTo(3.5f);
    assertThat(row.expected()).isEqualTo(3f);
    assertThat(row.or(found, found, 2, 0)).isEqualTo(row);
  }

  @Test
  void countsNaNAgainstANumberAsInfinitelyFar() {
    float[] numbers = {1, Float.NaN, Float.POSITIVE_INFINITY};
    float[] others = {1, Float.NaN, Float.NEGATIVE_INFINITY};

    assertThat(RowDifference.none("y").or(numbers, numbers, 3, 0).difference()).isEqualTo(0f);
    assertThat(RowDifference.none("y").or(others, numbers, 3, 0).difference())
        .isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(RowDifference.none("y").or(new float[] {0, 1, 2}, numbers, 3, 0).at()).isEqualTo(1);
  }

  @Test
  void printsALineForEachRow() {
    assertThat(Compare.backends(network, new float[] {1, 2, 3}).toString().lines().count())
        .isEqualTo(4);
  }

  @Test
  void refusesOtherInputs() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Compare.backends(network, new float[3], new float[3])))
        .hasMessageThat()
        .isEqualTo("Line takes 1 inputs, not 2");
    assertThrows(IllegalArgumentException.class, () -> Compare.backends(network, new float[0]));
    assertThrows(
        IllegalArgumentException.class,
        () -> Compare.backends(network, new float[] {1, Float.NaN, 3}));
  }

  @Test
  void comparesNetworksThatHaveDiverged() {
    network.parameter("y.bias").value().put(0, new float[] {Float.NaN}, 0, 1);

    assertThat(network.on(JAVA).parameter("y.bias").get()[0]).isNaN();
    assertThat(Compare.backends(network, new float[3]).worst().difference()).isEqualTo(0f);
  }
}
