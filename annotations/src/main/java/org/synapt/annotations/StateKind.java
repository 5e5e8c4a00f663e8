package org.synapt.annotations;

/** The states of a recurrent layer. */
public enum StateKind {
  /** {@code h}, which is also what the layer gives. */
  HIDDEN,
  /** {@code c}, which only an {@link LSTM} has. */
  CELL
}
