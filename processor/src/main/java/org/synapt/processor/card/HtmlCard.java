package org.synapt.processor.card;

import java.util.List;

/** A card as a page of its own. */
final class HtmlCard {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c2330; --soft: #667085; --line: #d5dae3;
        --page: #fff; --box: #f4f6fa; --input: #e7f1fb; --output: #e9f6ec; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --soft: #98a2b3;
        --line: #3a4252; --page: #14181f; --box: #1f2530; --input: #1b2c40; --output: #1c3324; } }
      body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { margin: 0; } h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
      p { color: var(--soft); margin: .3rem 0 1rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; margin-bottom: 1rem; }
      th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line);
        text-align: left; vertical-align: top; white-space: nowrap; }
      th { color: var(--soft); font-weight: 500; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      pre { background: var(--box); padding: .8rem 1rem; border-radius: 6px; overflow-x: auto; }
      svg { max-width: 100%; height: auto; display: block; }
      svg text { font: 12.5px system-ui, sans-serif; text-anchor: middle; fill: var(--soft); }
      svg .name { font-weight: 600; fill: var(--ink); }
      svg rect { fill: var(--box); stroke: var(--line); }
      svg .input rect { fill: var(--input); } svg .output rect { fill: var(--output); }
      .arrow { fill: none; stroke: var(--soft); } marker path { fill: var(--soft); }
      """;

  private final CardFacts facts;
  private final StringBuilder page = new StringBuilder();

  HtmlCard(CardFacts facts) {
    this.facts = facts;
  }

  String text() {
    String title = escaped(facts.title());
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    page.append("<title>").append(title).append("</title>\n<style>\n").append(STYLE);
    page.append("</style>\n</head>\n<body>\n<h1>").append(title).append("</h1>\n");
    page.append("<p>The network <code>").append(escaped(facts.className()));
    page.append("</code>. Generated: change the declaration, not this file.</p>\n");
    table(facts.totals(), 1);
    section("Graph");
    graph();
    section("Inputs and outputs");
    table(facts.inputs(), 2);
    table(facts.outputs(), 5);
    section("Rows");
    table(facts.rows(), 4);
    page.append("<p>Rows share memory, so that all together take less than the sum.</p>\n");
    section("In use");
    page.append("<pre><code>").append(escaped(facts.loading())).append("</code></pre>\n");
    return page.append("</body>\n</html>\n").toString();
  }

  private void section(String title) {
    page.append("<h2>").append(title).append("</h2>\n");
  }

  private void graph() {
    List<Box> boxes = Drawing.of(facts.model());
    if (boxes.isEmpty()) {
      page.append("<p>Too many rows to be drawn; the table says what each takes.</p>\n");
    } else {
      page.append("<div class=\"wide\">\n").append(SvgGraph.of(boxes)).append("</div>\n");
    }
  }

  /** A table whose columns from some on are numbers; without heads where these are empty. */
  private void table(List<List<String>> lines, int words) {
    page.append("<div class=\"wide\"><table>\n");
    if (!String.join("", lines.get(0)).isEmpty()) {
      line("th", lines.get(0), words);
    }
    lines.stream().skip(1).forEach(line -> line("td", line, words));
    page.append("</table></div>\n");
  }

  private void line(String tag, List<String> cells, int words) {
    page.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      page.append('<').append(tag).append(i < words ? ">" : " class=\"number\">");
      page.append(escaped(cells.get(i))).append("</").append(tag).append('>');
    }
    page.append("</tr>\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
