package org.synapt.processor.formula;

/** Anything a formula can be made of: a number or a condition. */
sealed interface Term permits Expression, Condition {}
