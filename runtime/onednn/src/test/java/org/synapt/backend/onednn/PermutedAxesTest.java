package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Permute;

/** What permutations come to. */
final class PermutedAxesTest {
  private static PermutedAxes axes(int batch, int[] extents, int... order) {
    return PermutedAxes.of(batch, extents, order);
  }

  @Test
  void joinsNeighbours() {
    assertThat(axes(32, new int[] {26, 26, 16}, 2, 0, 1).toString())
        .isEqualTo("[32, 16, 676] by [10816, 1, 16]");
    assertThat(axes(32, new int[] {80, 4, 8}, 1, 0, 2).toString())
        .isEqualTo("[32, 4, 80, 8] by [2560, 8, 32, 1]");
  }

  @Test
  void findsThatNothingMoves() {
    assertThat(axes(7, new int[] {2, 3, 5}, 0, 1, 2).toString()).isEqualTo("[210] by [1]");
    assertThat(axes(7, new int[] {3, 1}, 1, 0).toString()).isEqualTo("[21] by [1]");
    assertThat(axes(1, new int[] {1}, 0).toString()).isEqualTo("[1] by [1]");
  }

  @Test
  void passesOverTheBatchOfOne() {
    assertThat(axes(1, new int[] {28, 1, 30}, 2, 1, 0).toString()).isEqualTo("[30, 28] by [1, 30]");
  }

  @Test
  void runsOnCompiledCode() {
    List<Implementation> heard =
        Implementations.during(
            () -> {
              try (Site site = Site.of(2)) {
                Permute permute = site.kernel(Permute.class);
                Buffer x = site.zeros(692_224);
                Buffer y = site.zeros(692_224);
                permute.permute(32, new int[] {676, 32}, new int[] {1, 0}, x, y);
                permute.permute(32, new int[] {32, 676}, new int[] {1, 0}, x, y);
                permute.permute(32, new int[] {80, 4, 32}, new int[] {1, 0, 2}, x, y);
                permute.permute(100, new int[] {28, 28}, new int[] {1, 0}, x, y);
              }
            });
    assertThat(heard).hasSize(8);
    for (Implementation each : heard) {
      assertThat(each.kind()).isEqualTo("reorder");
      assertThat(each.isReference() || each.name().startsWith("simple")).isFalse();
    }
  }
}
