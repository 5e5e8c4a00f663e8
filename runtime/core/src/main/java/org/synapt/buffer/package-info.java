/**
 * Floats on some device: slices, copies in and out.
 *
 * <p>Imports nothing.
 */
package org.synapt.buffer;
