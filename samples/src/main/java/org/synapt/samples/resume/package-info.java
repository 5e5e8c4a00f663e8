/** A training that may be killed at any moment. */
@NullMarked
package org.synapt.samples.resume;

import org.jspecify.annotations.NullMarked;
