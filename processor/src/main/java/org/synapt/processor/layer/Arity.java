package org.synapt.processor.layer;

/** How many operands a layer takes. */
public record Arity(int least, int most) {
  public static final Arity NONE = new Arity(0, 0);
  public static final Arity ONE = new Arity(1, 1);
  public static final Arity TWO = new Arity(2, 2);
  public static final Arity TWO_OR_MORE = new Arity(2, Integer.MAX_VALUE);
  public static final Arity ONE_OR_MORE = new Arity(1, Integer.MAX_VALUE);

  public boolean allows(int operands) {
    return least <= operands && operands <= most;
  }

  @Override
  public String toString() {
    if (least == most) {
      return String.valueOf(least);
    }
    return most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
  }
}
