package org.synapt.processor.card;

import java.util.List;

/**
 * A row in a drawing, or several that stand for one.
 *
 * @param name what it is called, by its operands too
 * @param lines what stands in it, its name first
 * @param kind what it is to those who use the network
 * @param operands the names of the boxes from which arrows lead here
 */
record Box(String name, List<String> lines, Kind kind, List<String> operands) {
  /** What a row is to those who use the network. */
  enum Kind {
    INPUT,
    HIDDEN,
    OUTPUT
  }

  /** Copies the lists. */
  Box {
    lines = List.copyOf(lines);
    operands = List.copyOf(operands);
  }
}
