/** Messages that nobody asked for. */
@NullMarked
package org.synapt.samples.spam;

import org.jspecify.annotations.NullMarked;
