package org.synapt.backend.java;

/**
 * Where a piece's sources lie as planes: one for each channel, and where sources lie a stride apart
 * one for each phase of them, so that a tap reads for neighbouring results neighbouring floats.
 *
 * <p>A piece is some images, or some results along one axis of one image. Planes hold the padding
 * too, as zeros. Results are numbered as they lie in a plane: line by line, and image by image;
 * some numbers between them belong to no result. Where there are zeros before and behind a line,
 * the ones behind are those before the next line.
 */
final class PlaneLayout {
  /** How many floats a plane has behind the last result's, for blocks of whole vectors. */
  private static final int SLACK = 16;

  /** Results along each axis of a piece, most of any phase. */
  final int[] counts = new int[3];

  /** Sources of one phase along each axis. */
  final int[] lengths = new int[3];

  private final int[] pitches = new int[3];
  private final int[] shared = new int[3];

  /** The axis along which images are cut to pieces, if they are. */
  int cutAxis;

  int images;
  int line;
  int area;
  int image;
  int plane;

  /** Finds the layout for so many images, cut along an axis to so many results. */
  void set(Gathering g, int pieceImages, int axis, int cut) {
    images = pieceImages;
    cutAxis = axis;
    for (int i = 0; i < 3; i++) {
      int whole = g.axes[i].count(0);
      counts[i] = i == axis ? Math.min(cut, whole) : whole;
      int reach = g.axes[i].high - g.axes[i].low;
      lengths[i] = counts[i] + reach;
      shared[i] = counts[i] < whole ? 0 : sharedZeros(g.axes[i], reach);
      pitches[i] = lengths[i] - shared[i];
    }
    line = pitches[2];
    area = line * pitches[1];
    image = area * pitches[0];
    plane = images * image + shared[0] * area + shared[1] * line + shared[2] + SLACK;
  }

  private static int sharedZeros(TapAxis axis, int reach) {
    int before = Math.max(0, -axis.low);
    int filled = (axis.sources + axis.sourceStep - 1) / axis.sourceStep;
    int behind = Math.max(0, axis.count(0) + axis.high - filled);
    return Math.min(reach, Math.min(before, behind));
  }

  /** The last result's number of a whole piece, and one. */
  int span() {
    return (images - 1) * image + (counts[0] - 1) * area + (counts[1] - 1) * line + counts[2];
  }
}
