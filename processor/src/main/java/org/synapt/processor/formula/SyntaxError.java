package org.synapt.processor.formula;

import java.util.List;

/**
 * The first thing wrong with a formula's text.
 *
 * @param at where the smallest piece of text that must change begins
 * @param length how long that piece is; 0 only in an empty text
 * @param finding what was found, in the user's own names
 * @param remedy what to do about it, as an instruction
 * @param candidates what the piece may be a misspelling of; empty if the remedy says it all
 */
public record SyntaxError(
    int at, int length, String finding, String remedy, List<String> candidates)
    implements Parsing {}
