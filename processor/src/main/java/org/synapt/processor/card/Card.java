package org.synapt.processor.card;

import org.synapt.processor.cost.Costs;
import org.synapt.processor.model.Model;

/**
 * A network's card as a file beside its class.
 *
 * @param packageName the package of the class; empty for the unnamed one
 * @param fileName the file's name
 * @param text the file's text
 */
public record Card(String packageName, String fileName, String text) {

  /** The card of a network. */
  public static Card of(Model model, Costs costs, CardFormat format) {
    CardFacts facts = new CardFacts(model, costs);
    return new Card(
        model.declaration().packageName(),
        model.declaration().generatedName() + ".card." + format.extension(),
        format == CardFormat.HTML ? new HtmlCard(facts).text() : new MarkdownCard(facts).text());
  }

  @Override
  public String toString() {
    return text;
  }
}
