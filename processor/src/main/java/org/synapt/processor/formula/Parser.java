package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;
import org.synapt.processor.formula.Token.Kind;

/** Reads a formula by recursive descent; the grammar is at {@link Parsing}. */
final class Parser {
  private final String text;
  private final Scanner scanner;
  private final Pieces pieces;
  private final Names names;

  /** The token taken last. */
  private @Nullable Token last;

  private Token next;
  private int depth;

  Parser(String text, Set<String> variables) {
    this.text = text;
    this.scanner = new Scanner(text);
    this.pieces = new Pieces(text);
    this.names = new Names(variables);
    this.next = scanner.next();
  }

  Parsed parse() {
    if (next.is(Kind.END)) {
      throw SyntaxFailure.at(
          0, text.length(), "the formula is empty", "write one, as x * sigmoid(x)");
    }
    Piece whole = term();
    if (!next.is(Kind.END)) {
      throw stray();
    }
    return new Parsed(pieces.number(whole), Collections.unmodifiableMap(names.occurrences()));
  }

  private Piece term() {
    Piece first = infix(Precedence.OR);
    return next.is("?") ? conditional(first) : first;
  }

  private Piece conditional(Piece first) {
    Token mark = take();
    descend();
    Condition condition = pieces.condition(first);
    Piece whenTrue = term();
    if (!next.is(":")) {
      throw SyntaxFailure.at(mark, "this ? has no : after it", "write condition ? a : b");
    }
    take();
    Piece whenFalse = term();
    depth--;
    Expression choice =
        new Conditional(condition, pieces.number(whenTrue), pieces.number(whenFalse));
    return pieces.of(choice, mark, first, whenTrue, whenFalse);
  }

  /** Terms joined by operators of one precedence, grouped from the left. */
  private Piece infix(Precedence precedence) {
    if (precedence == Precedence.SIGN) {
      return sign();
    }
    Piece left = infix(precedence.tighter());
    Optional<Infix> infix = infixAhead(precedence);
    while (infix.isPresent()) {
      if (precedence == Precedence.COMPARISON && left.term() instanceof Condition) {
        throw SyntaxFailure.at(
            next, "two comparisons stand in a row", "write a < b && b < c for a < b < c");
      }
      left = joined(infix.get(), left, take(), infix(precedence.tighter()));
      infix = infixAhead(precedence);
    }
    return left;
  }

  private Optional<Infix> infixAhead(Precedence precedence) {
    return next.is(Kind.SYMBOL)
        ? Infix.named(next.text()).filter(infix -> infix.precedence() == precedence)
        : Optional.empty();
  }

  private Piece joined(Infix infix, Piece left, Token symbol, Piece right) {
    Term a = infix.takesConditions() ? pieces.condition(left) : pieces.number(left);
    Term b = infix.takesConditions() ? pieces.condition(right) : pieces.number(right);
    return pieces.of(infix.joining().join(a, b), symbol, left, right);
  }

  private Piece sign() {
    descend();
    Piece result;
    if (next.is("-")) {
      result = negation(take());
    } else if (next.is("+")) {
      Token plus = take();
      Piece operand = sign();
      pieces.number(operand);
      result = operand.from(plus.at(), operand.end());
    } else {
      result = power();
    }
    depth--;
    return result;
  }

  private Piece negation(Token minus) {
    boolean literal = next.is(Kind.NUMBER);
    Piece operand = sign();
    Expression number = pieces.number(operand);
    // -2 is one number, but -2 ^ x the opposite of a power.
    return literal && number instanceof Constant constant
        ? new Piece(new Constant(-constant.value()), minus.at(), operand.end(), 1)
        : pieces.of(new Negation(number), minus, operand);
  }

  private Piece power() {
    Piece base = value();
    return next.is("^") ? joined(Infix.named("^").orElseThrow(), base, take(), sign()) : base;
  }

  private Piece value() {
    if (!next.beginsValue()) {
      throw missingValue();
    }
    Token token = take();
    Piece value =
        switch (token.kind()) {
          case NUMBER -> pieces.of(constant(token), token);
          case NAME -> next.is("(") ? call(token) : pieces.of(names.value(token), token);
          case SYMBOL, END -> group(token);
        };
    if (next.beginsValue()) {
      throw missingOperator();
    }
    return value;
  }

  private static Constant constant(Token token) {
    double value = Double.parseDouble(token.text().replace("_", ""));
    boolean lost = value == 0 && !token.text().matches("[0._]*([eE].*)?");
    if (lost || !Constant.fits(value)) {
      boolean large = value > 1;
      throw SyntaxFailure.at(
          token,
          token.text() + (large ? " is larger" : " is nearer to 0") + " than any float",
          large ? "write at most 3.4e38" : "write at least 1.4e-45, or 0");
    }
    return new Constant(value);
  }

  private Piece group(Token open) {
    Piece inside = term();
    return inside.from(open.at(), close(open).end());
  }

  private Piece call(Token name) {
    Function function = names.function(name);
    Token open = take();
    List<Piece> given = new ArrayList<>();
    while (given.isEmpty() ? !next.is(")") : next.is(",")) {
      if (!given.isEmpty()) {
        take();
      }
      given.add(term());
    }
    Token closing = close(open);
    Names.checkArguments(name, function, given.size());
    List<Expression> arguments = given.stream().map(pieces::number).toList();
    return pieces
        .of(new Call(function, arguments), name, given.toArray(Piece[]::new))
        .from(name.at(), closing.end());
  }

  private Token close(Token open) {
    if (next.is(Kind.END)) {
      throw SyntaxFailure.at(open, "this ( is never closed", "add the ) that belongs to it");
    } else if (!next.is(")")) {
      throw stray();
    }
    return take();
  }

  /** What to say of a token that can follow nothing that came before. */
  private SyntaxFailure stray() {
    return switch (next.text()) {
      case ")" -> SyntaxFailure.at(next, "this ) closes nothing", "remove it, or open a ( before");
      case "," ->
          SyntaxFailure.at(
              next,
              "a comma stands outside of a call",
              "write one expression; numbers have a point, as 0.5");
      default -> SyntaxFailure.at(next, "this " + next.text() + " has no ? before it", "remove it");
    };
  }

  private SyntaxFailure missingValue() {
    String remedy = "write a number, a name or a call there";
    if (last == null) {
      return SyntaxFailure.at(next, "a value is missing before " + next.text(), remedy);
    } else if (next.is(Kind.END)) {
      return SyntaxFailure.at(last, "a value is missing after " + last.text(), remedy);
    }
    return SyntaxFailure.at(
        next, "a value is missing between " + last.text() + " and " + next.text(), remedy);
  }

  private SyntaxFailure missingOperator() {
    Names.refuseWord(next);
    Token before = last == null ? next : last;
    return SyntaxFailure.at(
        next,
        "an operator is missing between " + before.text() + " and " + next.text(),
        before.is(Kind.NUMBER)
            ? "write " + before.text() + " * " + next.text()
            : "write one of + - * / ^ there");
  }

  private Token take() {
    Token taken = next;
    last = taken;
    next = scanner.next();
    return taken;
  }

  private void descend() {
    depth++;
    if (!next.is(Kind.END)) {
      pieces.limitDepth(depth, next);
    }
  }
}
