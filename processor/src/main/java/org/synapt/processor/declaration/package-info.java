/**
 * What the user wrote, row by row, with the place of every token.
 *
 * <p>Imports {@code diagnostic} and {@code javax.lang.model}.
 */
@NullMarked
package org.synapt.processor.declaration;

import org.jspecify.annotations.NullMarked;
