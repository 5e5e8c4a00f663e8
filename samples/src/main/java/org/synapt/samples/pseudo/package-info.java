/** Few labels and many examples. */
@NullMarked
package org.synapt.samples.pseudo;

import org.jspecify.annotations.NullMarked;
