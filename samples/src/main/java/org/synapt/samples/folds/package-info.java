/** How good is it, and how sure is that? */
@NullMarked
package org.synapt.samples.folds;

import org.jspecify.annotations.NullMarked;
