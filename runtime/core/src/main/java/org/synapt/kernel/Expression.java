package org.synapt.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@link Formula} computes, as a tree, for backends that run their own code for it.
 *
 * <pre>
 * relu(x + b)         relu(add($0, $1))
 * x &gt; 0 ? x : -2     where(greater($0, 0.0), $0, -2.0)
 * </pre>
 *
 * <p>The language, the loosest first:
 *
 * <pre>
 * condition ? a : b
 * ||   then   &amp;&amp;   then   &lt; &lt;= &gt; &gt;= == !=   between numbers
 * + -   then   * /   then   -a   then   a ^ b, from the right
 * 1.5   1e-3   1_000   an operand   pi   e   abs(a)   (a)
 * </pre>
 */
public sealed interface Expression {

  /**
   * Reads a formula's text.
   *
   * @param formula a formula
   * @return what its text says
   * @throws IllegalArgumentException if that is not in the language, or names what is no operand
   */
  static Expression of(Formula formula) {
    return new FormulaReader(formula).read();
  }

  /**
   * A number.
   *
   * @param value the float nearest to what is written
   */
  record Constant(float value) implements Expression {

    @Override
    public String toString() {
      return Float.toString(value);
    }
  }

  /**
   * An operand of the formula.
   *
   * @param index its place among {@link Formula#operands()}
   */
  record Operand(int index) implements Expression {

    @Override
    public String toString() {
      return "$" + index;
    }
  }

  /**
   * A function of other expressions.
   *
   * @param function what is called
   * @param arguments as many as it takes; cannot be changed
   */
  record Call(Function function, List<Expression> arguments) implements Expression {

    static Call of(Function function, Expression... arguments) {
      return new Call(function, Collections.unmodifiableList(Arrays.asList(arguments)));
    }

    /**
     * One of the arguments.
     *
     * @param i its number, from 0
     * @return the argument
     */
    public Expression argument(int i) {
      return arguments.get(i);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(function.toString());
      for (int i = 0; i < arguments.size(); i++) {
        text.append(i == 0 ? "(" : ", ").append(arguments.get(i));
      }
      return text.append(')').toString();
    }
  }

  /**
   * What there is to call, under NumPy's names or the language's.
   *
   * <p>Those that {@link Functions} has are what it says, within the errors it states.
   */
  enum Function {
    /** a + b. */
    ADD(2, "+"),
    /** a − b. */
    SUBTRACT(2, "-"),
    /** a · b. */
    MULTIPLY(2, "*"),
    /** a / b. */
    DIVIDE(2, "/"),
    /** −a. */
    NEGATIVE(1, ""),
    /** aᵇ, written {@code a ^ b} or {@code pow(a, b)}. */
    POW(2),
    /** |a|. */
    ABS(1),
    /** −1, 0 or 1. */
    SIGN(1),
    /** 1 where a is positive, else 0. */
    STEP(1),
    /** a where a is positive, else 0. */
    RELU(1),
    /** eᵃ. */
    EXP(1),
    /** The natural logarithm. */
    LOG(1),
    /** log(1 + a), precise near 0. */
    LOG1P(1),
    /** eᵃ − 1, precise near 0. */
    EXPM1(1),
    /** √a. */
    SQRT(1),
    /** a². */
    SQUARE(1),
    /** The sine of a radians. */
    SIN(1),
    /** The cosine of a radians. */
    COS(1),
    /** The hyperbolic tangent. */
    TANH(1),
    /** 1 / (1 + e⁻ᵃ). */
    SIGMOID(1),
    /** log(1 + eᵃ). */
    SOFTPLUS(1),
    /** The error function, 2/√π · ∫₀ᵃ e^(−t²) dt. */
    ERF(1),
    /** The larger of two; NaN if either is. */
    MAX(2),
    /** The smaller of two; NaN if either is. */
    MIN(2),
    /** min(max(a, low), high). */
    CLIP(3),
    /** The second of three where the first, a condition, holds, else the third. */
    WHERE(3, "?"),
    /** Whether a &lt; b; as with all comparisons but the last, not if either is NaN. */
    LESS(2, "<"),
    /** Whether a ≤ b. */
    LESS_EQUAL(2, "<="),
    /** Whether a &gt; b. */
    GREATER(2, ">"),
    /** Whether a ≥ b. */
    GREATER_EQUAL(2, ">="),
    /** Whether a = b. */
    EQUAL(2, "=="),
    /** Whether a ≠ b; so is a NaN, of anything. */
    NOT_EQUAL(2, "!="),
    /** Whether both conditions hold. */
    LOGICAL_AND(2, "&&"),
    /** Whether either condition holds. */
    LOGICAL_OR(2, "||");

    private final int arguments;
    private final Optional<String> symbol;

    Function(int arguments) {
      this.arguments = arguments;
      this.symbol = Optional.empty();
    }

    Function(int arguments, String symbol) {
      this.arguments = arguments;
      this.symbol = Optional.of(symbol);
    }

    /** The function that is called by a name. */
    static Optional<Function> named(String name) {
      for (Function function : values()) {
        if (!function.symbol.isPresent() && function.toString().equals(name)) {
          return Optional.of(function);
        }
      }
      return Optional.empty();
    }

    /** The function that a symbol between two expressions stands for. */
    static Optional<Function> between(String symbol) {
      for (Function function : values()) {
        if (function.arguments == 2 && function.symbol.equals(Optional.of(symbol))) {
          return Optional.of(function);
        }
      }
      return Optional.empty();
    }

    /**
     * What the function takes.
     *
     * @return how many arguments
     */
    public int arguments() {
      return arguments;
    }

    /**
     * Whether the function says that something holds; all others give a number.
     *
     * @return whether it stands for a condition
     */
    public boolean isCondition() {
      return compareTo(LESS) >= 0;
    }

    /**
     * Whether the function takes conditions; the first argument of {@link #WHERE} is one as well.
     *
     * @return whether it joins conditions
     */
    public boolean takesConditions() {
      return compareTo(LOGICAL_AND) >= 0;
    }

    /** The name. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
