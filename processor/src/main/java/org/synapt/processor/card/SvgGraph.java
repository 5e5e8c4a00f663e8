package org.synapt.processor.card;

import java.util.List;
import java.util.Locale;

/** A graph as a picture in the text of a page. */
final class SvgGraph {
  private static final int MARGIN = 8;

  private final StringBuilder svg = new StringBuilder();

  private SvgGraph() {}

  static String of(List<Box> boxes) {
    return new SvgGraph().draw(boxes, new Layout(boxes));
  }

  private String draw(List<Box> boxes, Layout layout) {
    double width = layout.width() + 2 * MARGIN;
    double height = layout.height() + 2 * MARGIN;
    add(
        "<svg viewBox=\"%.0f %d %.0f %.0f\" width=\"%.0f\" role=\"img\" aria-label=\"the graph\">%n",
        layout.left() - MARGIN, -MARGIN, width, height, width);
    svg.append(
        "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\"");
    svg.append(" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>\n");
    layout.arrows().forEach(this::arrow);
    boxes.forEach(box -> box(box, layout.cell(box.name())));
    return svg.append("</svg>\n").toString();
  }

  private void arrow(List<Layout.Cell> cells) {
    Layout.Cell first = cells.get(0);
    double y = first.top + first.height;
    add("<path class=\"arrow\" marker-end=\"url(#head)\" d=\"M%.1f %.1f", first.x, y);
    for (int i = 1; i < cells.size(); i++) {
      Layout.Cell from = cells.get(i - 1);
      Layout.Cell to = cells.get(i);
      double middle = (y + to.top) / 2;
      add("C%.1f %.1f %.1f %.1f %.1f %.1f", from.x, middle, to.x, middle, to.x, to.top);
      if (i < cells.size() - 1) {
        y = to.top + to.height;
        add("V%.1f", y);
      }
    }
    svg.append("\"/>\n");
  }

  private void box(Box box, Layout.Cell cell) {
    add(
        "<g class=\"%s\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"/>",
        box.kind().name().toLowerCase(Locale.ROOT),
        cell.x - cell.width / 2,
        cell.top,
        cell.width,
        cell.height,
        box.kind() == Box.Kind.INPUT ? 18 : 5);
    for (int i = 0; i < box.lines().size(); i++) {
      add(
          "<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>",
          cell.x,
          cell.top + (i + 1.15) * Layout.LINE,
          i == 0 ? " class=\"name\"" : "",
          HtmlCard.escaped(box.lines().get(i)));
    }
    svg.append("</g>\n");
  }

  private void add(String format, Object... numbers) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), numbers));
  }
}
