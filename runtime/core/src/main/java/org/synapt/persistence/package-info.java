/**
 * Parameters and training state to and from a file, by name.
 *
 * <p>Imports {@code network}, {@code buffer} and {@code text}.
 */
package org.synapt.persistence;
