package org.synapt.processor.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/** Everything that windows take of an image, found by trying each position of each window. */
final class WindowWalk {

  /**
   * A position of a window that lies in the image.
   *
   * @param result which window it is
   * @param window which of the window's positions
   * @param image which of the image's positions
   */
  record Step(int result, int window, int image) {}

  private WindowWalk() {}

  /** All steps, window by window. */
  static List<Step> over(Windows windows) {
    List<Step> steps = List.of(new Step(0, 0, 0));
    for (Window axis : windows.axes()) {
      List<Step> longer = new ArrayList<>();
      for (Step step : steps) {
        along(axis, step, longer);
      }
      steps = longer;
    }
    return steps.stream().sorted(Comparator.comparing(Step::result)).toList();
  }

  private static void along(Window axis, Step step, List<Step> longer) {
    for (int i = 0; i < axis.count(); i++) {
      for (int j = 0; j < axis.size(); j++) {
        int position = i * axis.stride() - axis.before() + j * axis.dilation();
        if (position >= 0 && position < axis.extent()) {
          longer.add(
              new Step(
                  step.result() * axis.count() + i,
                  step.window() * axis.size() + j,
                  step.image() * axis.extent() + position));
        }
      }
    }
  }
}
