package org.synapt.processor.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a card is written. */
public enum CardFormat {
  /** Markdown, with the graph as a Mermaid flowchart, which GitHub and GitLab draw. */
  MD,
  /** A page that needs nothing beside it, with the graph as a picture. */
  HTML;

  /** {@code md}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file name's extension. */
  public static Optional<CardFormat> named(String extension) {
    return Arrays.stream(values())
        .filter(format -> format.extension().equals(extension))
        .findFirst();
  }

  /** What a format may be called. */
  public static List<String> names() {
    return Arrays.stream(values()).map(CardFormat::extension).toList();
  }
}
