/**
 * Data sets from CSV files.
 *
 * <p>Imports {@code org.synapt.data} and the FastCSV library.
 */
package org.synapt.csv;
