/**
 * Parameters and training state to and from a file, by name.
 *
 * <p>Imports {@code network} and {@code buffer}.
 */
package org.synapt.persistence;
