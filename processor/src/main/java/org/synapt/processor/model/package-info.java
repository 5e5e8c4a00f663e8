/**
 * Rows resolved to layers and values, blocks expanded, shapes known.
 *
 * <p>Imports {@code layer}, {@code declaration}, {@code op}, {@code graph}, {@code shape} and
 * {@code diagnostic}.
 *
 * <pre>
 * pixels = input() [784]
 * trunk[0].inner = dense(784), relu(pixels) [784]
 * trunk[0].sum = add(trunk[0].inner, pixels) [784]
 * digit = dense(10), softmax(trunk[0].sum) [10]
 * </pre>
 *
 * <p>The way through it: {@code Resolution} finds what each row does and takes, {@code
 * ShapeInference} expands and asks the layers for shapes, {@code BodyCheck} does both for the body
 * of a block by itself, {@code Outputs} finds what is trained. {@code GraphBuilder} leads out of
 * it.
 */
@NullMarked
package org.synapt.processor.model;

import org.jspecify.annotations.NullMarked;
