/**
 * What we tell the user, and where to point.
 *
 * <p>Imports {@code javax.lang.model} and {@code javax.annotation.processing}.
 */
@NullMarked
package org.synapt.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
