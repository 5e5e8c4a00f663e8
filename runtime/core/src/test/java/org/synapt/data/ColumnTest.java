package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ColumnTest {
  private static final Column X = Column.of("x", 3, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8});

  @Test
  @Tag("D6")
  void cutsFeaturesOut() {
    assertThat(X.features(0, 2).toArray()).isEqualTo(new float[] {0, 1, 3, 4, 6, 7});
    assertThat(X.slice(1, 3).features(2, 3).toArray()).isEqualTo(new float[] {5, 8});
    assertThat(assertThrows(IndexOutOfBoundsException.class, () -> X.features(2, 4)))
        .hasMessageThat()
        .contains("x has the features 0 to 2; there are none from 2 to before 4");
    assertThrows(IndexOutOfBoundsException.class, () -> X.features(1, 1));
  }

  @Test
  @Tag("D16")
  void appendsComputedFeatures() {
    Column wider = X.slice(1, 3).append(row -> row[0] * row[1], row -> row[2] / row[0]);

    assertThat(wider.width()).isEqualTo(5);
    assertThat(wider.name()).isEqualTo("x");
    assertThat(wider.slice(0, 1).toArray()).isEqualTo(new float[] {3, 4, 5, 12, 5f / 3});
    assertThat(assertThrows(IllegalArgumentException.class, () -> X.append(row -> row[2] / row[0])))
        .hasMessageThat()
        .isEqualTo(
            "feature 0 that is appended to x is Infinity for example 0, computed from [0.0, 1.0,"
                + " 2.0]");
  }

  @Test
  @Tag("D16")
  void standsBesideOthers() {
    Column all = Column.hstack("all", X.slice(0, 1), X.slice(2, 3).features(1, 2));

    assertThat(all.name()).isEqualTo("all");
    assertThat(all.toArray()).isEqualTo(new float[] {0, 1, 2, 7});
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Column.hstack("all", X, X.slice(0, 1))))
        .hasMessageThat()
        .contains("x [3, 3] and x [1, 3] cannot stand beside one another");
  }

  @Test
  @Tag("D16")
  void takesTheOldOnesPlaceAmongExamples() {
    Examples examples = Examples.of(X, Column.of("y", 1, new float[3])).weighted(1, 2, 3);
    Examples changed = examples.withInput(X.append(row -> 1)).withTarget(X.named("y"));

    assertThat(changed.toString()).isEqualTo("[x [3, 4]] → [y [3, 3]]");
    assertThat(changed.weights()).hasSize(1);
    assertThrows(IllegalArgumentException.class, () -> examples.withInput(X.named("z")));
    assertThrows(IllegalArgumentException.class, () -> examples.withInput(X.slice(0, 2)));
  }
}
