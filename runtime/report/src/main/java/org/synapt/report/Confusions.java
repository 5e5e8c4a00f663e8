package org.synapt.report;

import java.util.ArrayList;
import java.util.List;
import org.synapt.data.Examples;
import org.synapt.metric.ConfusionMatrix;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.report.Page.Matrix;
import org.synapt.training.Evaluation;

/** A confusion matrix for each output that tells classes apart. */
final class Confusions {
  /** A page has room for so many classes: more, and a cell is less than a pixel on a phone. */
  static final int MOST_CLASSES = 100;

  private Confusions() {}

  static List<Matrix> of(Network network, Examples examples, List<String> classNames) {
    List<Matrix> matrices = new ArrayList<>();
    for (OutputSpec output : network.signature().outputs()) {
      if (tellsClassesApart(output)) {
        matrices.add(
            matrix(
                output.name(),
                Evaluation.confusionMatrix(network, examples, output.name()),
                classNames));
      }
    }
    return matrices;
  }

  /** One number for two classes, or a number for each class; rows and images of them are not. */
  private static boolean tellsClassesApart(OutputSpec output) {
    boolean one = output.size() == 1;
    return output.shape().length == 1
        && output.size() <= MOST_CLASSES
        && (one
            ? output.loss().equals("binary_crossentropy")
            : output.loss().endsWith("categorical_crossentropy"));
  }

  private static Matrix matrix(String output, ConfusionMatrix matrix, List<String> classNames) {
    int classes = matrix.classes();
    List<long[]> counts = new ArrayList<>();
    List<Double> precision = new ArrayList<>();
    List<Double> recall = new ArrayList<>();
    List<Double> f1 = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      long[] row = new long[classes];
      for (int j = 0; j < classes; j++) {
        row[j] = matrix.count(i, j);
      }
      counts.add(row);
      precision.add(matrix.precision(i));
      recall.add(matrix.recall(i));
      f1.add(matrix.f1Score(i));
    }
    boolean named = classNames.size() == classes;
    return new Matrix(
        output,
        matrix.total(),
        matrix.accuracy(),
        named ? classNames : matrix.classNames(),
        counts,
        precision,
        recall,
        f1);
  }
}
