/**
 * Rows resolved to layers and values, blocks expanded, shapes known.
 *
 * <p>Imports {@code layer}, {@code declaration}, {@code graph}, {@code shape} and {@code
 * diagnostic}.
 *
 * <pre>
 * pixels  = input                    [784]
 * hidden1 = dense(500), relu(pixels) [500]   weight [784, 500], bias [500]
 * </pre>
 */
@NullMarked
package org.synapt.processor.model;

import org.jspecify.annotations.NullMarked;
