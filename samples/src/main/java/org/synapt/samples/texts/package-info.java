/** Sentences and messages for the samples that read texts, from files or made up. */
@NullMarked
package org.synapt.samples.texts;

import org.jspecify.annotations.NullMarked;
