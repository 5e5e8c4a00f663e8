package org.synapt.backend.java;

import java.util.Arrays;

/**
 * What tells one call of a kernel from another: numbers, and objects that have to be the same ones.
 * Describes call after call, and allocates nothing for one that is no longer than any before.
 */
public final class CallKey {
  private long[] numbers = new long[24];
  private Object[] objects = new Object[8];
  private int numberCount;
  private int objectCount;

  /** Describes nothing yet. */
  public CallKey() {}

  /** Begins to describe another call. */
  public void begin() {
    numberCount = 0;
    objectCount = 0;
  }

  /**
   * A number that tells calls apart.
   *
   * @param number any
   */
  public void add(long number) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numberCount);
    }
    numbers[numberCount++] = number;
  }

  /**
   * An object that tells calls apart by being the same.
   *
   * @param object any
   */
  public void add(Object object) {
    if (objectCount == objects.length) {
      objects = Arrays.copyOf(objects, 2 * objectCount);
    }
    objects[objectCount++] = object;
  }

  /** The call that is described now, for as long as somebody wants. */
  CallKey copy() {
    CallKey copy = new CallKey();
    copy.numbers = Arrays.copyOf(numbers, numberCount);
    copy.objects = Arrays.copyOf(objects, objectCount);
    copy.numberCount = numberCount;
    copy.objectCount = objectCount;
    return copy;
  }

  /** Whether another describes the same call. */
  boolean matches(CallKey other) {
    boolean same = numberCount == other.numberCount && objectCount == other.objectCount;
    for (int i = 0; same && i < numberCount; i++) {
      same = numbers[i] == other.numbers[i];
    }
    for (int i = 0; same && i < objectCount; i++) {
      same = objects[i] == other.objects[i];
    }
    return same;
  }
}
