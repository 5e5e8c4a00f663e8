package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.kernel.Windows;

/** How convolutions are divided. */
@NeedsNoNatives
final class ConvolutionShareTest {
  private static final Windows LARGE = Windows.over(32, 32).sized(3, 3).padding(1, 1, 1, 1);

  private static ConvolutionShape shape(int batch, Windows windows) {
    return ConvolutionShape.of(batch, windows, 32, 32, 1);
  }

  private static ConvolutionShare share(ConvolutionShape shape, int imageAt, int resultAt) {
    return new ConvolutionShare(shape, imageAt, resultAt);
  }

  @Test
  void givesEachPartSomeExamples() {
    int example = 32 * 32 * 32;
    assertThat(ConvolutionShare.of(shape(5, LARGE), 2, 1, true))
        .containsExactly(
            share(shape(2, LARGE), 0, 0), share(shape(3, LARGE), 2 * example, 2 * example))
        .inOrder();
  }

  @Test
  void dividesTheWindowsOfOneExample() {
    List<ConvolutionShare> shares = ConvolutionShare.of(shape(1, LARGE), 2, 1, true);
    ConvolutionAxis whole = new ConvolutionAxis(32, 32, 3, 1, 1, 1, 1);
    ConvolutionAxis upper = new ConvolutionAxis(17, 16, 3, 1, 1, 1, 0);
    ConvolutionAxis lower = new ConvolutionAxis(17, 16, 3, 1, 1, 0, 1);
    int line = 32 * 32;
    assertThat(shares)
        .containsExactly(
            share(new ConvolutionShape(1, 32, 32, 1, List.of(upper, whole)), 0, 0),
            share(new ConvolutionShape(1, 32, 32, 1, List.of(lower, whole)), 15 * line, 16 * line))
        .inOrder();
  }

  @Test
  void leavesAnExampleWholeWhereSharesMayNotOverlap() {
    assertThat(ConvolutionShare.of(shape(1, LARGE), 2, 1, false)).hasSize(1);
  }

  @Test
  void leavesWhatIsSmallWhole() {
    Windows small = Windows.over(8, 8).sized(3, 3);
    assertThat(ConvolutionShare.of(shape(2, small), 2, 1, true)).hasSize(1);
  }

  @Test
  void dividesIntoFewerSharesThanPartsWhereEachWouldHaveTooFewWindows() {
    assertThat(ConvolutionShare.of(shape(4, LARGE), 4, 2_000, true)).hasSize(2);
  }

  @Test
  void countsTheStepsOfWindowsThatJump() {
    ConvolutionAxis axis =
        ConvolutionAxis.of(Windows.over(20).sized(3).strides(3).dilated(2).padding(4, 5), 0);
    assertThat(axis.windows(2, 4)).isEqualTo(new ConvolutionAxis(8, 2, 3, 3, 2, 0, 0));
    assertThat(axis.firstSeen(2)).isEqualTo(2);
    assertThat(axis.windows(0, 2)).isEqualTo(new ConvolutionAxis(4, 2, 3, 3, 2, 4, 0));
  }

  @Test
  void keepsWindowsThatSeeOnlyPaddingWithOthers() {
    ConvolutionAxis axis = ConvolutionAxis.of(Windows.over(3).sized(2).padding(5, 5), 0);
    assertThat(axis.canBeDivided(2)).isFalse();
  }
}
