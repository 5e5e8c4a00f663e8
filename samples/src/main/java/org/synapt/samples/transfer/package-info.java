/** What one network has learnt, in another. */
@NullMarked
package org.synapt.samples.transfer;

import org.jspecify.annotations.NullMarked;
