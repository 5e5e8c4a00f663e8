package org.synapt.backend.nd4j;

/**
 * Where a step of a formula reads or writes.
 *
 * @param kind what there is
 * @param level how many floats
 * @param index its number among those of its kind; of scratch, among those of its kind and level
 */
record Place(Kind kind, Level level, int index) {
  /** What a place holds. */
  enum Kind {
    /** Something that the formula is given; never written. */
    OPERAND,
    /** A number of the formula's text; never written. */
    CONSTANT,
    /** Something between. */
    SCRATCH,
    /** What the formula gives. */
    RESULT
  }
}
