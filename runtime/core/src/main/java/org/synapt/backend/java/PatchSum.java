package org.synapt.backend.java;

/**
 * What is to be summed: products of one image's floats and patches of another, over all positions.
 *
 * <pre>
 * c[r, j, k] = Σ_b Σ_i single[b, i, r] · image[b, i · stride − before + j · dilation, k]
 * </pre>
 *
 * <p>That is the gradient of a convolution's weight. Either of x and dy may be the one whose
 * patches are taken; where the strides are 1, the other way round is the same with j descending.
 * Sums are made for groups of images, whose number depends on the sizes alone; each starts from 0
 * and takes position by position, and the sums of groups are added in order.
 */
final class PatchSum {
  /** Groups of images whose sums are made apart, at most. */
  private static final int MOST_SHARES = 8;

  /** Floats of all those sums, at most. */
  private static final int SHARED_FLOATS = 1 << 18;

  /** Positions below which a group of images is too small to be worth a sum. */
  private static final int SHARE_POSITIONS = 512;

  final WindowAxis[] axes = WindowAxis.three();
  int batch;
  int groups;
  float[] single;
  int singleAt;

  /** A group's channels of the single floats. */
  int rows;

  float[] image;
  int imageAt;

  /** A group's channels of the image. */
  int depth;

  /** Whether j descends. */
  boolean turned;

  float[] sum;
  int sumAt;
  boolean add;

  int positions() {
    return axes[0].count * axes[1].count * axes[2].count;
  }

  int extents() {
    return axes[0].extent * axes[1].extent * axes[2].extent;
  }

  /** Positions in a patch. */
  int taps() {
    return axes[0].size * axes[1].size * axes[2].size;
  }

  /** The floats of a patch, and of a row of c. */
  int columns() {
    return taps() * depth;
  }

  int floats() {
    return groups * rows * columns();
  }

  long work() {
    return (long) batch * positions() * floats();
  }

  /** Into how many groups the images are divided. */
  int shares() {
    long byPositions = (long) batch * positions() / SHARE_POSITIONS;
    long most = Math.min(MOST_SHARES, Math.min(SHARED_FLOATS / Math.max(1, floats()), byPositions));
    return (int) Math.max(1, Math.min(batch, most));
  }

  /** Whether it takes less time to see the same sums the other way round. */
  boolean isCheaperTurned() {
    for (WindowAxis axis : axes) {
      if (axis.stride != 1) {
        return false;
      }
    }
    return cost(extents(), depth, rows) < cost(positions(), rows, depth);
  }

  /**
   * Of what a position costs: for each row of c, the patch in vectors and 10 more for HotSpot's
   * loops before and after; for the patch, its stretches and vectors.
   */
  private long cost(int places, int singles, int patchDepth) {
    int stretches = axes[0].size * axes[1].size * (axes[2].dilation == 1 ? 1 : axes[2].size);
    int vectors = (taps() * patchDepth + 15) / 16;
    return (long) places * ((singles + singles % 2) * (vectors + 10L) + 20L * stretches + vectors);
  }

  /** Sees the same sums the other way round. */
  void turnRound() {
    for (WindowAxis axis : axes) {
      axis.turnRound();
    }
    float[] other = single;
    single = image;
    image = other;
    int otherAt = singleAt;
    singleAt = imageAt;
    imageAt = otherAt;
    int channels = rows;
    rows = depth;
    depth = channels;
    turned = !turned;
  }
}
