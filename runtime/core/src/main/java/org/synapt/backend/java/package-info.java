/**
 * Every kernel in plain Java over {@code float[]}: the reference for all other backends.
 *
 * <p>Imports {@code backend}, {@code kernel} and {@code buffer}. Same inputs give the same bits on
 * every JVM, on Android and with any number of threads: arithmetic is plain, sums have a stated
 * order.
 */
package org.synapt.backend.java;
