/**
 * What a network costs, row by row, and whether that is within its budget.
 *
 * <p>Imports {@code plan}, {@code graph}, {@code model}, {@code layer}, {@code declaration}, {@code
 * shape} and {@code diagnostic}: only when all is planned can a budget be compared with it.
 *
 * <pre>
 * pixels    input()               0 parameters       0 FLOPs   20 bytes
 * hidden1   dense(4), relu       24 parameters      48 FLOPs   16 bytes
 * </pre>
 */
@NullMarked
package org.synapt.processor.cost;

import org.jspecify.annotations.NullMarked;
