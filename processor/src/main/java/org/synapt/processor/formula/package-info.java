/**
 * Elementwise expressions: parsing, differentiating, simplifying, printing as Java.
 *
 * <p>Imports only the JDK.
 *
 * <pre>
 * in    x / (1 + exp(-1.702 * x))                   the text of a formula
 *       {@link Parsing#parse}                       -&gt; Parsed, or SyntaxError with a position
 *       {@link Simplification#of}                   -&gt; x * sigmoid(1.702 * x)
 *       {@link Derivative#of}                       -&gt; sigmoid(1.702 * x) + 1.702 * x * sigmoid(1.702 * x)
 *                                                         * (1 - sigmoid(1.702 * x))
 *       {@link JavaText#statements}                 -&gt; float product = 1.702f * x[j];
 *                                                      float sigmoid = sigmoid(product);
 * out   sigmoid + product * sigmoid * (1f - sigmoid)
 * </pre>
 *
 * <p>An {@link Expression} is a number; a {@link Condition} is true or false and stands only before
 * the question mark of {@code c ? a : b}. Both are immutable, and their {@code toString} is text
 * that parses back to them.
 */
@NullMarked
package org.synapt.processor.formula;

import org.jspecify.annotations.NullMarked;
