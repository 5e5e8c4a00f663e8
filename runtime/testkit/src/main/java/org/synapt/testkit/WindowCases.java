package org.synapt.testkit;

import java.util.List;
import org.synapt.kernel.Windows;

/**
 * Windows to test with: on one to three axes, with strides that leave a rest, with dilation, and
 * with more padding on one side than on the other, each axis unlike the others.
 */
final class WindowCases {
  /** Every window of these has a position in the image. */
  static final List<Windows> SMALL =
      List.of(
          Windows.over(1),
          Windows.over(13).sized(3),
          Windows.over(13).sized(4).strides(3).padding(2, 1),
          Windows.over(20).sized(3).dilated(4).padding(8, 0),
          Windows.over(9).strides(4),
          Windows.over(5, 7).sized(3, 3).padding(1, 1, 1, 1),
          Windows.over(6, 8).sized(2, 2).strides(2, 2),
          Windows.over(8, 9).sized(3, 3).strides(2, 2).padding(0, 1, 1, 1),
          Windows.over(7, 5).sized(2, 3).strides(1, 2).padding(0, 1, 2, 0),
          Windows.over(9, 8).sized(3, 2).dilated(2, 3).padding(3, 0, 0, 2),
          Windows.over(10, 11).sized(2, 3).strides(3, 4).padding(1, 0, 0, 1),
          Windows.over(11, 10).sized(3, 3).strides(3, 2).dilated(2, 3).padding(2, 1, 4, 3),
          Windows.over(2, 3).sized(3, 5).padding(1, 1, 2, 2),
          Windows.over(1, 12).sized(1, 4).strides(1, 2),
          Windows.over(1, 6, 5).sized(2, 3, 2).dilated(1, 2, 1).padding(1, 1, 3, 2, 1, 1),
          Windows.over(5, 6).strides(2, 3),
          Windows.over(4, 3, 5).sized(2, 3, 2).strides(1, 2, 2).padding(0, 1, 1, 1, 1, 0),
          Windows.over(5, 4, 6).sized(3, 2, 2).dilated(1, 2, 3).strides(2, 1, 1),
          Windows.over(3, 4, 4).sized(2, 2, 2).strides(2, 2, 2));

  /** Large enough for threads, and for blocks that begin and end in the middle of a line. */
  static final List<Windows> LARGE =
      List.of(
          Windows.over(1_003).sized(5).padding(2, 2),
          Windows.over(26, 27).sized(2, 2).strides(2, 2),
          Windows.over(28, 28).sized(3, 3).padding(1, 1, 1, 1),
          Windows.over(31, 29).sized(3, 3).strides(2, 2).padding(1, 0, 0, 1),
          Windows.over(9, 10, 11).sized(3, 3, 3).strides(1, 2, 1).padding(1, 1, 0, 1, 2, 0));

  private WindowCases() {}
}
