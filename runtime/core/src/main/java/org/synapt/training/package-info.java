/**
 * The loop, and callbacks around it.
 *
 * <p>Imports {@code network}, {@code optimizer}, {@code data}, {@code metric} and {@code
 * persistence}.
 */
package org.synapt.training;
