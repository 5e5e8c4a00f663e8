package org.synapt.processor.formula;

import java.util.Map;

/**
 * A formula that could be read.
 *
 * @param expression what it says, not simplified
 * @param occurrences where in the text each variable first stands, in order of appearance
 */
public record Parsed(Expression expression, Map<String, Integer> occurrences) implements Parsing {}
