package org.synapt.backend.java;

import java.util.Arrays;

/** The sources of a piece, in the order of a {@link PlaneLayout}; on one thread, in its memory. */
final class Planes {
  float[] floats = {};
  private Gathering g;
  private PlaneLayout layout;
  private int firstImage;
  private int images;
  private final int[] shift = new int[3];
  private final int[] first = new int[3];
  private final int[] end = new int[3];
  private final int[] phase = new int[3];

  /** Copies a group's channels of some images, for results along the cut axis from {@code cut}. */
  void fill(
      Gathering gathering, PlaneLayout pieceLayout, int group, int image, int count, int cut) {
    g = gathering;
    layout = pieceLayout;
    firstImage = image;
    images = count;
    for (int i = 0; i < 3; i++) {
      shift[i] = g.axes[i].low + (i == layout.cutAxis ? cut : 0);
    }
    int total = phases() * g.depth * layout.plane;
    if (floats.length < total) {
      floats = new float[total];
    }
    fillPhases(group);
  }

  private int phases() {
    return g.axes[0].sourceStep * g.axes[1].sourceStep * g.axes[2].sourceStep;
  }

  private void fillPhases(int group) {
    for (int a = 0; a < g.axes[0].sourceStep; a++) {
      for (int b = 0; b < g.axes[1].sourceStep; b++) {
        for (int c = 0; c < g.axes[2].sourceStep; c++) {
          if (g.axes[0].reads(a) && g.axes[1].reads(b) && g.axes[2].reads(c)) {
            setPhase(0, a);
            setPhase(1, b);
            setPhase(2, c);
            fillPhase(group, at(a, b, c));
          }
        }
      }
    }
  }

  /** Where the planes of a phase of the sources begin. */
  private int at(int a, int b, int c) {
    int index = (a * g.axes[1].sourceStep + b) * g.axes[2].sourceStep + c;
    return index * g.depth * layout.plane;
  }

  /** Where, in the first channel's plane, the taps lie for result 0. */
  int tapAt(int a, int b, int c) {
    TapAxis[] axes = g.axes;
    return at(axes[0].sourcePhase(a), axes[1].sourcePhase(b), axes[2].sourcePhase(c))
        + axes[0].offset(a) * layout.area
        + axes[1].offset(b) * layout.line
        + axes[2].offset(c);
  }

  /** Finds which positions of a phase along an axis are sources, not padding. */
  private void setPhase(int i, int sourcePhase) {
    TapAxis axis = g.axes[i];
    int step = axis.sourceStep;
    int filled = Math.floorDiv(axis.sources - sourcePhase + step - 1, step);
    phase[i] = sourcePhase;
    first[i] = Math.max(0, -shift[i]);
    end[i] = Math.min(layout.lengths[i], filled - shift[i]);
  }

  private int source(int i, int position) {
    return (position + shift[i]) * g.axes[i].sourceStep + phase[i];
  }

  private void fillPhase(int group, int at) {
    Arrays.fill(floats, at, at + g.depth * layout.plane, 0f);
    if (end[2] <= first[2]) {
      return;
    }
    for (int image = 0; image < images; image++) {
      for (int u = first[0]; u < end[0]; u++) {
        for (int v = first[1]; v < end[1]; v++) {
          int position = (firstImage + image) * g.axes[0].sources + source(0, u);
          position = position * g.axes[1].sources + source(1, v);
          position = position * g.axes[2].sources + source(2, first[2]);
          fillLine(
              g.sourceAt + position * g.sourceChannels() + group * g.depth,
              at + image * layout.image + u * layout.area + v * layout.line + first[2]);
        }
      }
    }
  }

  private void fillLine(int from, int to) {
    int step = g.axes[2].sourceStep * g.sourceChannels();
    Strides.unravel(g.source, from, step, floats, to, layout.plane, g.depth, end[2] - first[2]);
  }
}
