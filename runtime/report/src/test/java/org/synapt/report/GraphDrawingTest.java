package org.synapt.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.report.Page.Drawing;
import org.synapt.report.Page.Edge;
import org.synapt.report.Page.Node;
import org.synapt.report.Page.Row;

final class GraphDrawingTest {

  private static Row row(String name, String... operands) {
    return new Row(name, "inner", "dense(32), relu", "32", 0, List.of(operands), "");
  }

  /** A chain in which every third row takes another row from above too. */
  private static List<Row> chain(int length) {
    List<Row> rows = new ArrayList<>(List.of(row("row0")));
    for (int i = 1; i < length; i++) {
      rows.add(
          i > 3 && i % 3 == 0
              ? row("row" + i, name(i - 1), name(i - 3))
              : row(name(i), name(i - 1)));
    }
    return rows;
  }

  private static String name(int number) {
    return "row" + number;
  }

  @Test
  void rowsStandBelowWhatTheyTake() {
    List<Drawing> drawings =
        GraphDrawing.of(List.of(row("a"), row("b"), row("left", "a"), row("both", "left", "b")));

    assertThat(drawings).hasSize(1);
    List<Node> nodes = drawings.get(0).nodes();
    assertThat(nodes.get(2).y()).isGreaterThan(nodes.get(0).y() + nodes.get(0).height());
    assertThat(nodes.get(3).y()).isGreaterThan(nodes.get(2).y() + nodes.get(2).height());
    assertThat(nodes.get(3).y()).isGreaterThan(nodes.get(1).y() + nodes.get(1).height());
    assertThat(drawings.get(0).edges()).hasSize(3);
  }

  @Test
  void nodesNeitherOverlapNorLeaveTheDrawing() {
    for (int length : new int[] {1, 2, 9, 10, 30, 60}) {
      for (Drawing drawing : GraphDrawing.of(chain(length))) {
        assertThat(drawing.nodes()).hasSize(length);
        for (int i = 0; i < length; i++) {
          Node a = drawing.nodes().get(i);
          assertThat(a.x()).isAtLeast(0);
          assertThat(a.y()).isAtLeast(0);
          assertThat(a.x() + a.width()).isAtMost(drawing.width());
          assertThat(a.y() + a.height()).isAtMost(drawing.height());
          for (Node b : drawing.nodes().subList(0, i)) {
            assertWithMessage(a + " and " + b).that(overlap(a, b)).isFalse();
          }
        }
      }
    }
  }

  private static boolean overlap(Node a, Node b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  void linesLeaveTheOperandsFootAndEnterTheRowsHead() {
    List<Row> rows = chain(30);

    for (Drawing drawing : GraphDrawing.of(rows)) {
      int at = 0;
      for (int i = 0; i < rows.size(); i++) {
        for (String operand : rows.get(i).operands()) {
          Node from = drawing.nodes().get(Integer.parseInt(operand.substring(3)));
          Edge edge = drawing.edges().get(at++);
          double[] begin = edge.points().get(0);
          double[] end = edge.points().get(edge.points().size() - 1);
          assertThat(begin[1]).isWithin(0.01).of(from.y() + from.height());
          assertThat(begin[0]).isGreaterThan(from.x());
          assertThat(begin[0]).isLessThan(from.x() + from.width());
          assertThat(end[1]).isWithin(0.01).of(drawing.nodes().get(i).y());
        }
      }
      assertThat(drawing.edges()).hasSize(at);
    }
  }

  @Test
  void aLongChainHasADrawingInColumnsForWidePages() {
    List<Drawing> drawings = GraphDrawing.of(chain(30));

    assertThat(drawings).hasSize(2);
    assertThat(drawings.get(0).height()).isLessThan(drawings.get(1).height() / 2);
    assertThat(drawings.get(1).width()).isLessThan(330);
  }
}
