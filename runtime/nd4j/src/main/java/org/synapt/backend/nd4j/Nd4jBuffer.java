package org.synapt.backend.nd4j;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;

/**
 * A stretch of the floats of an array of ND4J.
 *
 * <p>The backend {@code nd4j} allocates these, so that {@link #array} shows what a network works
 * on; {@link #of} makes one of any array whose floats lie one behind the other, which every backend
 * then reads and writes where it lies if it can, and copies if not.
 */
public final class Nd4jBuffer implements Buffer {
  private final Floats own;
  private final int ownAt;
  private final int ownLength;
  private final Views ownViews;
  private Floats floats;
  private int at;
  private int length;
  private Views views;

  Nd4jBuffer(Floats floats, int at, int length) {
    this.own = floats;
    this.ownAt = at;
    this.ownLength = length;
    this.ownViews = new Views(floats, at);
    this.floats = own;
    this.at = ownAt;
    this.length = ownLength;
    this.views = ownViews;
  }

  /**
   * The floats of an array.
   *
   * @param array of floats in C order, without gaps; read and written where it lies
   * @return its floats
   * @throws IllegalArgumentException if it is of another type or in another order, or has more
   *     floats than an index can count
   */
  public static Nd4jBuffer of(INDArray array) {
    if (!isFloats(array)) {
      throw new IllegalArgumentException(
          "an array of "
              + array.dataType()
              + " "
              + Arrays.toString(array.shape())
              + " with strides "
              + Arrays.toString(array.stride())
              + " is not one of floats one behind the other; castTo(DataType.FLOAT).dup('c') is");
    }
    return new Nd4jBuffer(Floats.of(array), 0, (int) array.length());
  }

  /**
   * Whether an array can be read and written as it lies.
   *
   * @param array any
   * @return whether it is one of floats in C order, without gaps, and not too long for an index
   */
  public static boolean isFloats(INDArray array) {
    return array.dataType() == DataType.FLOAT
        && array.length() <= Integer.MAX_VALUE - 8
        && !array.isEmpty()
        && adjoin(array);
  }

  /**
   * Whether elements follow one another, the last axis first; the stride of an axis with one
   * element, which may be any, says nothing.
   */
  private static boolean adjoin(INDArray array) {
    long stride = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      long extent = array.size(axis);
      if (extent > 1 && array.stride(axis) != stride) {
        return false;
      }
      stride *= extent;
    }
    return true;
  }

  static Nd4jBuffer of(Buffer buffer) {
    if (buffer instanceof Nd4jBuffer here) {
      return here;
    }
    throw new IllegalArgumentException(
        "a kernel of nd4j takes buffers that nd4j allocated, and no "
            + buffer.getClass().getSimpleName()
            + "; what a network works on, network.backend() allocates");
  }

  /**
   * The floats as an array, without a copy.
   *
   * @param shape its extents; it has no more elements than there are floats here
   * @return an array in C order
   * @throws IllegalArgumentException if it has more elements than there are floats
   */
  public INDArray array(long... shape) {
    requireRoom(shape);
    return views.of('c', shape);
  }

  /**
   * The floats as a matrix of which the first axis is the nearer: {@code array(far, near)},
   * transposed.
   */
  INDArray columnMajor(long near, long far) {
    return views.of('f', near, far);
  }

  /** Some of the floats in some layout; made anew at each call. */
  INDArray view(long from, long[] shape, long[] strides) {
    return floats.view(at + from, shape, strides, 'c');
  }

  /** What the floats are of at present; who keeps a view keeps this beside it. */
  Floats floats() {
    return floats;
  }

  /** Where in those its first float lies at present. */
  int at() {
    return at;
  }

  /** Whether it stands for the floats of another buffer at present. */
  boolean borrows() {
    return floats != own;
  }

  private void requireRoom(long[] shape) {
    long elements = 1;
    for (long extent : shape) {
      elements = Math.multiplyExact(elements, extent);
    }
    if (elements > length) {
      throw new IllegalArgumentException(
          Arrays.toString(shape) + " has more elements than the " + length + " floats there are");
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Nd4jBuffer slice(int sliceAt, int sliceLength) {
    Objects.checkFromIndexSize(sliceAt, sliceLength, length);
    return new Nd4jBuffer(floats, at + sliceAt, sliceLength);
  }

  @Override
  public void put(int putAt, float[] source, int sourceAt, int count) {
    Objects.checkFromIndexSize(putAt, count, length);
    floats.put(at + putAt, source, sourceAt, count);
  }

  @Override
  public void get(int getAt, float[] target, int targetAt, int count) {
    Objects.checkFromIndexSize(getAt, count, length);
    floats.get(at + getAt, target, targetAt, count);
  }

  @Override
  public long address() {
    return floats.address(at);
  }

  @Override
  public boolean borrow(Buffer other) {
    if (!(other instanceof Nd4jBuffer there)) {
      return false;
    }
    floats = there.floats;
    at = there.at;
    length = there.length;
    views = there.views;
    return true;
  }

  @Override
  public void giveBack() {
    floats = own;
    at = ownAt;
    length = ownLength;
    views = ownViews;
  }

  @Override
  public boolean overlaps(Buffer other) {
    if (!(other instanceof Nd4jBuffer there)) {
      return other.overlaps(this);
    }
    return floats.here() && there.floats.here()
        ? Buffer.super.overlaps(there)
        : floats.sameMemory(there.floats) && meets(floats.first() + at, there);
  }

  private boolean meets(long first, Nd4jBuffer there) {
    long theirs = there.floats.first() + there.at;
    return first < theirs + there.length && theirs < first + length;
  }

  /** Where Java does not reach the floats, ND4J looks first, and Java only if there is one. */
  @Override
  public int firstNotFinite(int from, int count, float[] room) {
    Objects.checkFromIndexSize(from, count, length);
    boolean fine = !floats.here() && count > 0 && floats.allFinite(at + from, count);
    return fine ? -1 : Buffer.super.firstNotFinite(from, count, room);
  }
}
