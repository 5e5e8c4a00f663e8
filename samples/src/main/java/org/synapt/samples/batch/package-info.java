/** How many examples to see at once, and what it costs. */
@NullMarked
package org.synapt.samples.batch;

import org.jspecify.annotations.NullMarked;
