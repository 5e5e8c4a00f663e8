/** Text, character by character. */
@NullMarked
package org.synapt.samples.shakespeare;

import org.jspecify.annotations.NullMarked;
