package org.synapt.annotations;

/**
 * What a row returns that declares a layer without applying it; rows with {@link Apply} apply it.
 *
 * <p>Every application uses the same parameters. Only a word of the language: no instance exists.
 */
public interface Layer {}
