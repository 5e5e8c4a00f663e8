package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/**
 * How kernels that compute blocks in arrays write them to a memory that is none: {@code
 * Buffer::put}, unless the memory wants to be told of a change once and not for each block.
 */
@FunctionalInterface
public interface BlockWriting {
  /**
   * Copies floats into a buffer. Several threads write at a time, each elsewhere.
   *
   * @param to written
   * @param at the first float that is written
   * @param source read
   * @param sourceAt the first float that is read
   * @param count how many
   */
  void write(Buffer to, int at, float[] source, int sourceAt, int count);

  /**
   * Says that all of a call has been written.
   *
   * @param buffer what was written
   */
  default void done(Buffer buffer) {}
}
