package org.synapt.network;

import org.synapt.buffer.Buffer;

/** What the methods of generated networks do with the arrays of their callers. */
abstract class Handover {
  /**
   * How many examples an array holds.
   *
   * @param name what the array is, for the message
   * @param values the array
   * @param perExample the floats of one example
   * @return the number of examples
   * @throws IllegalArgumentException if the floats do not divide evenly
   */
  protected static int examples(String name, float[] values, int perExample) {
    return Values.examples(name, values.length, perExample);
  }

  /**
   * Requires that an array holds as many examples as another.
   *
   * @param name what the array is, for the message
   * @param values the array
   * @param examples the number of examples
   * @param perExample the floats of one example
   * @throws IllegalArgumentException if it holds more or fewer
   */
  protected static void requireExamples(String name, float[] values, int examples, int perExample) {
    if (Values.examples(name, values.length, perExample) != examples) {
      throw new IllegalArgumentException(
          name
              + " holds "
              + values.length / perExample
              + " examples, but the first input "
              + examples);
    }
  }

  /**
   * Requires that an input that rows are looked up with holds numbers of rows.
   *
   * @param input the input
   * @param source the array
   * @param sourceAt where the first example begins
   * @param examples the number of examples
   * @param perExample the floats of one example
   * @throws IllegalArgumentException if the examples do not lie within the array, or a number is
   *     not whole, below 0 or too large
   */
  protected static void requireWhole(
      InputSpec input, float[] source, int sourceAt, int examples, int perExample) {
    Values.requireRange(input.name(), source.length, sourceAt, (long) examples * perExample);
    int wrong = input.firstRefused(source, sourceAt, sourceAt + examples * perExample);
    if (wrong >= 0) {
      throw Values.refused(input, wrong - sourceAt, perExample, source[wrong]);
    }
  }

  /**
   * Copies examples into an input.
   *
   * @param name what the array is, for the message
   * @param input written
   * @param batch the number of examples
   * @param perExample the floats of one example
   * @param source read
   * @param sourceAt where the first example begins
   * @throws IllegalArgumentException if the examples do not lie within the array, or a number is
   *     infinite or NaN
   */
  protected static void put(
      String name, Buffer input, int batch, int perExample, float[] source, int sourceAt) {
    int count = batch * perExample;
    Values.requireRange(name, source.length, sourceAt, count);
    Values.requireFinite(name, source, sourceAt, count);
    input.put(0, source, sourceAt, count);
  }

  /**
   * Copies predictions out of an output.
   *
   * @param name what the array is, for the message
   * @param output read
   * @param batch the number of examples
   * @param perExample the floats of one example
   * @param target written
   * @param targetAt where the first prediction goes
   * @throws IllegalArgumentException if the predictions do not lie within the array
   */
  protected static void get(
      String name, Buffer output, int batch, int perExample, float[] target, int targetAt) {
    int count = batch * perExample;
    Values.requireRange(name, target.length, targetAt, count);
    output.get(0, target, targetAt, count);
  }
}
