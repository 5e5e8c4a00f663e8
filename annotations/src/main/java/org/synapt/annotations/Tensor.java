package org.synapt.annotations;

/**
 * What a row gives, and what it takes as an operand.
 *
 * <p>Only a word of the language: no instance exists, and nothing ever calls the method that
 * returns it.
 */
public interface Tensor {}
