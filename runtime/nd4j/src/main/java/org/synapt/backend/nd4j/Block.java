package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;

/**
 * Results that are computed at a time: those of some images, or some of one image's. They lie one
 * behind the other.
 *
 * @param imageAt the first image
 * @param images how many images
 */
record Block(
    int imageAt,
    int images,
    int depthAt,
    int depth,
    int heightAt,
    int height,
    int widthAt,
    int width) {
  private static final int AXES = 4;

  /** About how many blocks there are at most, as each is prepared; they get larger then. */
  private static final int MOST = 256;

  /**
   * All results, in blocks of which the first is the largest.
   *
   * @param floats of scratch for a result
   * @param some floats of scratch for a block that has more than one result, if that makes few
   *     blocks
   */
  static List<Block> of(int batch, Field field, int floats, long some) {
    long most = Math.max(some, (long) batch * field.results() * floats / MOST);
    int[] all = {batch, field.depth().results(), field.height().results(), field.width().results()};
    int[] few = all.clone();
    for (int axis = 0; axis < AXES; axis++) {
      long one = Math.max(floats, 1);
      for (int inner = axis + 1; inner < AXES; inner++) {
        one *= Math.max(all[inner], 1);
      }
      few[axis] = (int) Math.max(1, Math.min(all[axis], most / one));
      if (few[axis] > 1) {
        break;
      }
    }
    return of(all, few);
  }

  private static List<Block> of(int[] all, int[] some) {
    List<Block> blocks = new ArrayList<>();
    for (int b = 0; b < all[0]; b += some[0]) {
      for (int d = 0; d < all[1]; d += some[1]) {
        for (int h = 0; h < all[2]; h += some[2]) {
          for (int w = 0; w < all[3]; w += some[3]) {
            blocks.add(
                new Block(
                    b,
                    Math.min(some[0], all[0] - b),
                    d,
                    Math.min(some[1], all[1] - d),
                    h,
                    Math.min(some[2], all[2] - h),
                    w,
                    Math.min(some[3], all[3] - w)));
          }
        }
      }
    }
    return blocks;
  }

  /** The same results of the first image alone. */
  Block ofFirstImage() {
    return new Block(0, 1, depthAt, depth, heightAt, height, widthAt, width);
  }

  /** How many results there are. */
  int results() {
    return images * depth * height * width;
  }

  /** The first result, counted among all. */
  int first(Field all) {
    int line = (imageAt * all.depth().results() + depthAt) * all.height().results() + heightAt;
    return line * all.width().results() + widthAt;
  }
}
