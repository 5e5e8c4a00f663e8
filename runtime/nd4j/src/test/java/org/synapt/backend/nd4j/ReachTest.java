package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.synapt.kernel.Windows;

final class ReachTest {

  /** Each pair of a position and a window that has it, with which of the window's it is. */
  private static List<String> forward(Windows windows) {
    List<String> pairs = new ArrayList<>();
    Reach reach = Reach.forward(windows, 0);
    for (int i = 0; i < reach.results(); i++) {
      for (int tap = 0; tap < reach.taps(); tap++) {
        int source = i * reach.step() + reach.origin() + tap * reach.apart();
        if (source >= 0 && source < reach.sources()) {
          pairs.add(pair(source, i, reach.position(tap)));
        }
      }
    }
    Collections.sort(pairs);
    return pairs;
  }

  private static List<String> gradient(Windows windows) {
    List<String> pairs = new ArrayList<>();
    for (Phase phase : Phase.of(windows)) {
      Reach reach = phase.field().width();
      for (int i = 0; i < reach.results(); i++) {
        for (int tap = 0; tap < reach.taps(); tap++) {
          int source = i * reach.step() + reach.origin() + tap * reach.apart();
          if (source >= 0 && source < reach.sources()) {
            int position = phase.width() + i * windows.stride(0);
            pairs.add(pair(position, source, reach.position(tap)));
          }
        }
      }
    }
    Collections.sort(pairs);
    return pairs;
  }

  private static String pair(int position, int window, int w) {
    return String.format(Locale.ROOT, "position %d is window %d's %d", position, window, w);
  }

  @Test
  void aGradientHasThePairsOfTheWindowsThemselves() {
    for (int stride = 1; stride < 7; stride++) {
      for (int dilation = 1; dilation < 5; dilation++) {
        for (int before = 0; before < 4; before++) {
          Windows windows =
              Windows.over(13).sized(3).strides(stride).dilated(dilation).padding(before, 2);

          assertThat(gradient(windows)).isEqualTo(forward(windows));
        }
      }
    }
  }

  @Test
  void knowsWhatLiesInTheImage() {
    Reach reach = Reach.forward(Windows.over(6).sized(3).strides(2).padding(1, 2), 0);

    assertThat(reach.inside(0)).isEqualTo(2);
    assertThat(reach.inside(1)).isEqualTo(3);
    assertThat(reach.inside(3)).isEqualTo(1);
    assertThat(reach.isPadded()).isTrue();
    assertThat(reach.part(1, 1).isPadded()).isFalse();
    assertThat(reach.part(2, 2).seenFrom()).isEqualTo(3);
    assertThat(reach.part(2, 2).seen()).isEqualTo(3);
  }
}
