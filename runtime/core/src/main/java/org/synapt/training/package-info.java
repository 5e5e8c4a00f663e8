/**
 * The loop, and callbacks around it.
 *
 * <p>Imports {@code network}, {@code optimizer}, {@code data}, {@code metric}, {@code persistence}
 * and {@code text}.
 */
package org.synapt.training;
