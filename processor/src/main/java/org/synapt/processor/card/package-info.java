/**
 * A network's card: what it takes, gives and costs, on a page for people.
 *
 * <p>Imports {@code cost}, {@code model}, {@code layer}, {@code declaration} and {@code shape}.
 *
 * <p>{@code CardFacts} says what stands on the page, {@code MarkdownCard} and {@code HtmlCard} how;
 * {@code Drawing} chooses the boxes of the graph, {@code Layout} places them.
 */
@NullMarked
package org.synapt.processor.card;

import org.jspecify.annotations.NullMarked;
