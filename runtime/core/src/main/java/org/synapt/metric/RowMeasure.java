package org.synapt.metric;

/** Compares one row of predictions with its targets. */
interface RowMeasure {
  /** The measure of {@code p[pAt …]}, n floats, with the targets from {@code t[tAt]}. */
  double of(int n, float[] p, int pAt, float[] t, int tAt);
}
