package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/**
 * What an optimizer remembers, on the heap, in tiles: {@link BlockUpdate} runs its rules over them
 * in place, a tile of each moment and as many parameters and gradients at a time.
 */
public final class Moments implements Buffer {
  /**
   * Floats in a tile: so many parameters, gradients and two moments take a third of an L1 cache. Of
   * 512 to 4096, the ends are slower by up to a tenth; between them Adam shows no clear difference.
   */
  static final int TILE = 1024;

  private final float[][] tiles;
  private final int at;
  private final int length;

  private Moments(float[][] tiles, int at, int length) {
    this.tiles = tiles;
    this.at = at;
    this.length = length;
  }

  /**
   * So many floats, all 0.
   *
   * @param floats how many
   * @return the floats
   */
  public static Moments of(int floats) {
    float[][] tiles = new float[(int) (((long) floats + TILE - 1) / TILE)][TILE];
    return new Moments(tiles, 0, floats);
  }

  /** Whether these begin with a tile, so that tile and position are those of the parameters. */
  boolean whole() {
    return at == 0;
  }

  float[] tile(int i) {
    return tiles[i];
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Buffer slice(int sliceAt, int sliceLength) {
    check(sliceAt, sliceLength, length);
    return new Moments(tiles, at + sliceAt, sliceLength);
  }

  @Override
  public void put(int putAt, float[] source, int sourceAt, int count) {
    check(putAt, count, length);
    check(sourceAt, count, source.length);
    for (int done = 0; done < count; ) {
      int from = at + putAt + done;
      int n = Math.min(TILE - from % TILE, count - done);
      System.arraycopy(source, sourceAt + done, tiles[from / TILE], from % TILE, n);
      done += n;
    }
  }

  @Override
  public void get(int getAt, float[] target, int targetAt, int count) {
    check(getAt, count, length);
    check(targetAt, count, target.length);
    for (int done = 0; done < count; ) {
      int from = at + getAt + done;
      int n = Math.min(TILE - from % TILE, count - done);
      System.arraycopy(tiles[from / TILE], from % TILE, target, targetAt + done, n);
      done += n;
    }
  }

  private static void check(int from, int count, int length) {
    if (from < 0 || count < 0 || from > length - count) {
      throw new IndexOutOfBoundsException(
          count + " floats from " + from + " do not lie within " + length);
    }
  }
}
