package org.synapt.backend.nd4j;

/**
 * A matrix that lies row after row.
 *
 * @param at where its first row begins
 * @param step from one row to the next
 */
record Rows(Nd4jBuffer buffer, int at, int step) {}
