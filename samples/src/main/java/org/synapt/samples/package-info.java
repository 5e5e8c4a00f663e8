/**
 * Complete programs, each a page of the manual, chosen by the first word of the command line.
 *
 * <p>May import everything.
 */
@NullMarked
package org.synapt.samples;

import org.jspecify.annotations.NullMarked;
