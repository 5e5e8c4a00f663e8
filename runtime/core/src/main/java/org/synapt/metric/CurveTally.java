package org.synapt.metric;

/** The area under the curve of all columns, of each, or of one. */
final class CurveTally implements Tally {
  private final Rows rows;
  private final int positions;
  private final Curve.Area area;
  private final CurveCounts[] counts;
  private final int ofClass;
  private final Average average;
  private boolean spoiled;

  /** Areas of as many curves as there are counts: one for each column, or one. */
  CurveTally(
      Rows rows,
      int positions,
      Curve.Area area,
      CurveCounts[] counts,
      int ofClass,
      Average average) {
    this.rows = rows;
    this.positions = positions;
    this.area = area;
    this.counts = counts;
    this.ofClass = ofClass;
    this.average = average;
  }

  @Override
  public void reset() {
    spoiled = false;
    for (CurveCounts curve : counts) {
      curve.reset();
    }
  }

  @Override
  public void add(int examples, float[] predictions, float[] targets) {
    int last = examples * positions;
    for (int i = 0; i < last; i++) {
      rows.read(predictions, targets, i);
      spoiled |= rows.spoiled();
      if (!rows.spoiled()) {
        addRow();
      }
    }
  }

  private void addRow() {
    int first = Math.max(ofClass, 0);
    int end = ofClass < 0 ? rows.columns() : ofClass + 1;
    for (int j = first; j < end; j++) {
      CurveCounts curve = counts[counts.length == 1 ? 0 : j];
      curve.add(rows, j);
    }
  }

  @Override
  public double result() {
    if (spoiled) {
      return Double.NaN;
    }
    double sum = 0;
    double weights = 0;
    for (CurveCounts curve : counts) {
      double weight = average == Average.WEIGHTED ? curve.positives() : 1;
      if (weight > 0) {
        sum += weight * area(curve);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private double area(CurveCounts curve) {
    area.reset();
    curve.draw(area);
    return area.result();
  }

  @Override
  public String finding(float[] target) {
    return rows.finding(target);
  }
}
