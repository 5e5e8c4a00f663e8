package org.synapt.processor.formula;

/** Makes the pieces of one formula, checks what they are used for, and limits their number. */
final class Pieces {
  /** No longer than this is a piece of text quoted in a message. */
  private static final int LONGEST_QUOTE = 40;

  private final String text;
  private int parts;

  Pieces(String text) {
    this.text = text;
  }

  /** A new part of the formula, made by a token out of other pieces. */
  Piece of(Term term, Token token, Piece... inside) {
    int at = token.at();
    int end = token.end();
    int depth = 1;
    for (Piece piece : inside) {
      at = Math.min(at, piece.at());
      end = Math.max(end, piece.end());
      depth = Math.max(depth, piece.depth() + 1);
    }
    if (++parts > Parsing.MOST_PARTS) {
      throw SyntaxFailure.at(
          token,
          "the formula has more than " + Parsing.MOST_PARTS + " parts",
          "split it into several rows");
    }
    limitDepth(depth, token);
    return new Piece(term, at, end, depth);
  }

  void limitDepth(int depth, Token token) {
    if (depth > Parsing.DEEPEST) {
      throw SyntaxFailure.at(
          token,
          "more than " + Parsing.DEEPEST + " operations are inside one another",
          "split the formula into several rows");
    }
  }

  /** What the piece says, which has to be a number. */
  Expression number(Piece piece) {
    if (piece.term() instanceof Expression expression) {
      return expression;
    }
    String found = quoted(piece);
    throw SyntaxFailure.at(
        piece.at(),
        piece.end() - piece.at(),
        found + " is true or false where a number is needed",
        "write " + found + " ? 1 : 0");
  }

  /** What the piece says, which has to be a condition. */
  Condition condition(Piece piece) {
    if (piece.term() instanceof Condition condition) {
      return condition;
    }
    String found = quoted(piece);
    throw SyntaxFailure.at(
        piece.at(),
        piece.end() - piece.at(),
        found + " is a number where a condition is needed",
        "compare it, as " + found + " > 0");
  }

  private String quoted(Piece piece) {
    String found = text.substring(piece.at(), piece.end());
    return found.length() <= LONGEST_QUOTE ? found : found.substring(0, LONGEST_QUOTE) + "…";
  }
}
