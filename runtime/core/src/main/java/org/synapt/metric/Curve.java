package org.synapt.metric;

/** The area under a curve that is followed from the highest threshold to the lowest. */
enum Curve {
  /** Of true positives over false positives, by trapezoids. */
  ROC {
    @Override
    Area area() {
      return new Area() {
        private long twice;

        @Override
        void step(long tp, long fp) {
          twice += (fp - falsePositives) * (truePositives + tp);
        }

        @Override
        double area() {
          return twice / (2.0 * truePositives) / falsePositives;
        }

        @Override
        void clear() {
          twice = 0;
        }
      };
    }
  },

  /**
   * Of precision over recall, where false positives grow with true positives along a line between
   * two thresholds.
   *
   * <p>J. Davis and M. Goadrich, The Relationship Between Precision-Recall and ROC Curves, 2006;
   * the integral is that of Keras's {@code AUC}.
   */
  PR {
    @Override
    Area area() {
      return new OverRecall() {
        @Override
        void step(long tp, long fp) {
          double found = tp - truePositives;
          double before = truePositives + falsePositives;
          double predicted = tp + fp;
          if (predicted > before) {
            double slope = found / (predicted - before);
            double start = truePositives - slope * before;
            double log = before > 0 ? StrictMath.log(predicted / before) : 0;
            sum += slope * (found + start * log);
          }
        }
      };
    }
  },

  /** Of precision over recall by steps: each new recall counts with the precision it comes with. */
  AVERAGE_PRECISION {
    @Override
    Area area() {
      return new OverRecall() {
        @Override
        void step(long tp, long fp) {
          if (tp > truePositives) {
            sum += (double) (tp - truePositives) * tp / (tp + fp);
          }
        }
      };
    }
  };

  abstract Area area();

  /** An area that grows from threshold to threshold. */
  abstract static class Area {
    /** What is above the last threshold and right to be. */
    long truePositives;

    /** What is above the last threshold and wrong to be. */
    long falsePositives;

    /** Adds what lies between the last threshold and one with these counts. */
    abstract void step(long tp, long fp);

    abstract double area();

    abstract void clear();

    final void reset() {
      truePositives = 0;
      falsePositives = 0;
      clear();
    }

    final void move(long tp, long fp) {
      step(tp, fp);
      truePositives = tp;
      falsePositives = fp;
    }

    /** The share of the whole; NaN where there is no positive or, for ROC, no negative. */
    final double result() {
      return truePositives == 0 ? Double.NaN : area();
    }
  }

  /** An area over recall: a sum over true positives, as a share of all of them. */
  private abstract static class OverRecall extends Area {
    double sum;

    @Override
    final double area() {
      return sum / truePositives;
    }

    @Override
    final void clear() {
      sum = 0;
    }
  }
}
