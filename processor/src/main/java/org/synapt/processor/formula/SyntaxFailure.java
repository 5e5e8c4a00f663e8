package org.synapt.processor.formula;

import java.util.List;

/** Ends the reading of a formula; never leaves {@link Parsing#parse}. */
final class SyntaxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SyntaxError error;

  private SyntaxFailure(SyntaxError error) {
    super(error.finding(), null, false, false);
    this.error = error;
  }

  static SyntaxFailure at(int at, int length, String finding, String remedy) {
    return new SyntaxFailure(new SyntaxError(at, length, finding, remedy, List.of()));
  }

  static SyntaxFailure at(Token token, String finding, String remedy) {
    return at(token.at(), token.text().length(), finding, remedy);
  }

  static SyntaxFailure misspelling(
      Token token, String finding, String remedy, List<String> candidates) {
    return new SyntaxFailure(
        new SyntaxError(token.at(), token.text().length(), finding, remedy, candidates));
  }

  SyntaxError error() {
    return error;
  }
}
