/**
 * Data sets from CSV files, and what a training reports as one.
 *
 * <p>Imports {@code org.synapt.data}, {@code training} and {@code persistence}, and the FastCSV
 * library.
 */
package org.synapt.csv;
