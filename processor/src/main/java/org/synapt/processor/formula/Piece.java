package org.synapt.processor.formula;

/** A term, where in the text it stands, and how many operations are inside one another in it. */
record Piece(Term term, int at, int end, int depth) {

  /** The same term with what stands around it, such as its parentheses. */
  Piece from(int start, int stop) {
    return new Piece(term, start, stop, depth);
  }
}
