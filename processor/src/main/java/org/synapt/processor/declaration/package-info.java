/**
 * What the user wrote, row by row, with the place of every token.
 *
 * <p>Imports {@code diagnostic} and {@code javax.lang.model}.
 *
 * <pre>
 * {@literal @}Network interface Price {
 *   {@literal @}Input(shape = 12) Tensor measures();
 *   {@literal @}Output(loss = MEAN_SQUARED_ERROR) {@literal @}Dense(units = 1) Tensor price();
 * }
 *
 * becomes
 *
 * Price
 * measures() [{@literal @}Input(shape = [12])]
 * price() [{@literal @}Output(loss = MEAN_SQUARED_ERROR), {@literal @}Dense(units = 1)]
 * </pre>
 *
 * <p>A declaration's rows are the abstract methods that are written in it, in their order;
 * inherited ones are a problem. A method that cannot be a row keeps its place among the rows, so
 * that one mistake is told once.
 */
@NullMarked
package org.synapt.processor.declaration;

import org.jspecify.annotations.NullMarked;
