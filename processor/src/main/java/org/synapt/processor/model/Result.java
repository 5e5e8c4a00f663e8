package org.synapt.processor.model;

import org.synapt.processor.shape.Shape;

/**
 * What a row gives.
 *
 * @param name what the rows below call it
 * @param entry the entry that makes it
 * @param shape its shape
 * @param trace the chain of shapes that leads to it
 */
record Result(String name, String entry, Shape shape, String trace) {

  /** The same under the name of the row that has it. */
  Result as(String row) {
    return new Result(row, entry, shape, trace);
  }
}
