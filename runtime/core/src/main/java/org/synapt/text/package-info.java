/**
 * Small readings of text that several rooms need: JSON, and names that are nearly right.
 *
 * <p>Imports nothing. For the runtime's own use.
 */
package org.synapt.text;
