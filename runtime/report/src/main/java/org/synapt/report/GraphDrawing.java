package org.synapt.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.CuttingStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.synapt.report.Page.Drawing;
import org.synapt.report.Page.Edge;
import org.synapt.report.Page.Node;
import org.synapt.report.Page.Row;

/**
 * Places the rows of a network so that values flow downwards and lines cross little.
 *
 * <p>Source: Sugiyama, Tagawa, Toda, “Methods for Visual Understanding of Hierarchical System
 * Structures”, 1981, as the Eclipse Layout Kernel's layered algorithm does it.
 */
final class GraphDrawing {
  /** How many characters of a text are shown. */
  static final int LONGEST = 34;

  /** A character's width in the page's fonts of 12 and 11 pixels; of common fonts the widest. */
  private static final double TITLE_PIXELS = 7.3;

  private static final double SMALL_PIXELS = 6.7;
  private static final double MARGIN = 12;
  private static final double HEIGHT = 44;

  /** From so many rows on there is a second drawing, in several columns. */
  private static final int LONG = 10;

  private final List<Row> rows;

  private GraphDrawing(List<Row> rows) {
    this.rows = rows;
  }

  /** One drawing for narrow pages; before it one in columns for wide pages, if it is long. */
  static List<Drawing> of(List<Row> rows) {
    GraphDrawing graph = new GraphDrawing(rows);
    List<Drawing> drawings = new ArrayList<>();
    if (rows.size() >= LONG) {
      drawings.add(graph.draw(true));
    }
    drawings.add(graph.draw(false));
    return drawings;
  }

  private Drawing draw(boolean inColumns) {
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(4));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 24.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    if (inColumns) {
      graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
      graph.setProperty(LayeredOptions.WRAPPING_CUTTING_STRATEGY, CuttingStrategy.ARD);
      graph.setProperty(LayeredOptions.ASPECT_RATIO, 1.4);
      graph.setProperty(LayeredOptions.WRAPPING_ADDITIONAL_EDGE_SPACING, 16.0);
    }
    List<ElkNode> nodes = nodes(graph);
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    return new Drawing(
        graph.getWidth(),
        graph.getHeight(),
        nodes.stream()
            .map(node -> new Node(node.getX(), node.getY(), node.getWidth(), node.getHeight()))
            .toList(),
        graph.getContainedEdges().stream().map(GraphDrawing::edge).toList());
  }

  private List<ElkNode> nodes(ElkNode graph) {
    Map<String, ElkNode> byName = new HashMap<>();
    List<ElkNode> nodes = new ArrayList<>();
    for (Row row : rows) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(width(row), HEIGHT);
      for (String operand : row.operands()) {
        ElkNode source = byName.get(operand);
        if (source != null) {
          ElkGraphUtil.createSimpleEdge(source, node);
        }
      }
      byName.put(row.name(), node);
      nodes.add(node);
    }
    return nodes;
  }

  private static double width(Row row) {
    double above = shown(row.name()) * TITLE_PIXELS + (row.shape().length() + 2) * SMALL_PIXELS;
    double below = shown(row.layer()) * SMALL_PIXELS;
    return Math.ceil(Math.max(110, Math.max(above, below) + 2 * MARGIN));
  }

  private static int shown(String text) {
    return Math.min(text.length(), LONGEST);
  }

  private static Edge edge(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {section.getStartX(), section.getStartY()});
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(new double[] {bend.getX(), bend.getY()});
    }
    points.add(new double[] {section.getEndX(), section.getEndY()});
    return new Edge(points);
  }
}
