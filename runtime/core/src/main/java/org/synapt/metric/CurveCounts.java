package org.synapt.metric;

/** Scores of what is right and wrong, of which a curve is drawn. */
interface CurveCounts {
  /** Takes a column of the row that was read. */
  void add(Rows rows, int column);

  /** How many are right. */
  long positives();

  /** Follows a curve from the highest threshold to the lowest. */
  void draw(Curve.Area area);

  /** Begins anew. */
  void reset();
}
