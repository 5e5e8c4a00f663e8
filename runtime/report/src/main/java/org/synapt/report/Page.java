package org.synapt.report;

import java.util.List;

/**
 * What the page shows, as the script on it reads it. Names are those of the script's fields.
 *
 * @param title the page's title
 * @param status how far the training has come
 * @param state how it stands; while it is running, the page loads itself again
 * @param figures the key figures
 * @param epochs the epochs, counted from 1
 * @param charts a chart for each loss and metric
 * @param rows the rows of the network
 * @param longest how many characters of a row's texts a node of the graph has room for
 * @param totals counts of parameters
 * @param drawings the graph, the widest first
 * @param matrices a confusion matrix for each output that has classes
 * @param settings what the training was told
 * @param footer what made the page, and when
 */
record Page(
    String title,
    String status,
    Progress.State state,
    List<Figure> figures,
    List<Integer> epochs,
    List<Chart> charts,
    List<Row> rows,
    int longest,
    List<Total> totals,
    List<Drawing> drawings,
    List<Matrix> matrices,
    List<Setting> settings,
    String footer) {

  /** A number that stands at the top, or a text in its place where that is not empty. */
  record Figure(String name, double value, String text, String note) {
    static Figure of(String name, double value, String note) {
      return new Figure(name, value, "", note);
    }

    static Figure of(String name, String text, String note) {
      return new Figure(name, Double.NaN, text, note);
    }
  }

  /** Curves over the same axes; {@code best} asks for a mark where the last curve is lowest. */
  record Chart(String name, boolean best, List<Series> series) {}

  /** A curve: a number for each epoch. */
  record Series(String name, List<Double> values) {}

  /** A row of the network; its kind is {@code input}, {@code output} or {@code inner}. */
  record Row(
      String name,
      String kind,
      String layer,
      String shape,
      int parameters,
      List<String> operands,
      String loss) {}

  /** A sum below the table of rows. */
  record Total(String name, long value) {}

  /** The graph with every node and bend in its place, in pixels. */
  record Drawing(double width, double height, List<Node> nodes, List<Edge> edges) {}

  /** Where a row stands; nodes are in the order of the rows. */
  record Node(double x, double y, double width, double height) {}

  /** A line from an operand to a row that takes it. */
  record Edge(List<double[]> points) {}

  /** What was predicted for examples of each class: {@code counts[true][predicted]}. */
  record Matrix(
      String output,
      long examples,
      double accuracy,
      List<String> classes,
      List<long[]> counts,
      List<Double> precision,
      List<Double> recall,
      List<Double> f1) {}

  /** A line of the settings. */
  record Setting(String name, String text) {}
}
