/** Sentences, all words of which look at each other. */
@NullMarked
package org.synapt.samples.transformer;

import org.jspecify.annotations.NullMarked;
