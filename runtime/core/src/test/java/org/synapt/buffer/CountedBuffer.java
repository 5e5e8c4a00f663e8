package org.synapt.buffer;

/** Memory of a kind that no backend knows; counts what is copied. */
public final class CountedBuffer implements Buffer {
  private final float[] floats;
  private int copied;

  /** A copy of floats. */
  public CountedBuffer(float... floats) {
    this.floats = floats.clone();
  }

  /** How many floats were copied in and out. */
  public int copied() {
    return copied;
  }

  /** What it holds. */
  public float[] floats() {
    return floats.clone();
  }

  @Override
  public int length() {
    return floats.length;
  }

  @Override
  public Buffer slice(int at, int length) {
    return new Part(this, at, length);
  }

  @Override
  public void put(int at, float[] source, int sourceAt, int count) {
    System.arraycopy(source, sourceAt, floats, at, count);
    copied += count;
  }

  @Override
  public void get(int at, float[] target, int targetAt, int count) {
    System.arraycopy(floats, at, target, targetAt, count);
    copied += count;
  }

  /** Some of them. */
  private record Part(CountedBuffer whole, int at, int length) implements Buffer {
    @Override
    public Buffer slice(int partAt, int partLength) {
      return new Part(whole, at + partAt, partLength);
    }

    @Override
    public void put(int putAt, float[] source, int sourceAt, int count) {
      whole.put(at + putAt, source, sourceAt, count);
    }

    @Override
    public void get(int getAt, float[] target, int targetAt, int count) {
      whole.get(at + getAt, target, targetAt, count);
    }
  }
}
