/**
 * What we tell the user, and where to point.
 *
 * <p>Imports {@code javax.lang.model} and {@code javax.annotation.processing}.
 *
 * <pre>
 * Price.java:9: error: [UnknownOperand] no value named measure is declared above
 *   Tensor size(Tensor measure);
 *                      ^
 *       did you mean measures? declared above are: measures
 * </pre>
 */
@NullMarked
package org.synapt.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
