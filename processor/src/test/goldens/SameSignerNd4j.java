package samples;

import java.util.Arrays;
import javax.annotation.processing.Generated;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.data.Examples;
import org.synapt.nd4j.Columns;
import org.synapt.nd4j.Nd4jAdapter;
import org.synapt.training.Evaluation;

/**
 * {@link SameSignerNetwork} with arrays of ND4J. Generated: change the declaration, not this file.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class SameSignerNd4j extends Nd4jAdapter<SameSignerNetwork> {
  /**
   * A network with arrays.
   *
   * @param network runs where it was made to run
   */
  public SameSignerNd4j(SameSignerNetwork network) {
    super(network);
  }

  /**
   * Examples to learn from, which are read where they lie.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(INDArray left, INDArray right, INDArray sameTarget) {
    return Examples.of(Arrays.asList(Columns.of("left", left, 6), Columns.of("right", right, 6)),
        Arrays.asList(Columns.of("same", sameTarget, 1)));
  }

  /**
   * Predicts, for each example.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @return [b, 1]
   */
  public INDArray predict(INDArray left, INDArray right) {
    return predict(Arrays.asList(left, right)).get(0);
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param left [b, 6], read
   * @param right [b, 6], read
   * @param same [b, 1], written
   */
  public void predict(INDArray left, INDArray right, INDArray same) {
    predict(Arrays.asList(left, right), Arrays.asList(same));
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param left [b, 6]
   * @param right [b, 6]
   * @return the values, [b, …]
   * @throws IllegalArgumentException if there is no such row
   */
  public INDArray value(String row, INDArray left, INDArray right) {
    return value(row, Arrays.asList(left, right));
  }

  /**
   * The derivative of the loss of all examples together by {@code left}.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return [b, 6]
   */
  public INDArray leftGradient(INDArray left, INDArray right, INDArray sameTarget) {
    float[] gradient = network().leftGradient(floats("left", left, 6), floats("right", right, 6),
        floats("same", sameTarget, 1));
    return array(gradient, 6);
  }

  /**
   * The derivative of the loss of all examples together by {@code right}.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return [b, 6]
   */
  public INDArray rightGradient(INDArray left, INDArray right, INDArray sameTarget) {
    float[] gradient = network().rightGradient(floats("left", left, 6), floats("right", right, 6),
        floats("same", sameTarget, 1));
    return array(gradient, 6);
  }

  /**
   * Measures loss and metrics.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return the figures, by name
   */
  public Evaluation evaluate(INDArray left, INDArray right, INDArray sameTarget) {
    return network().evaluate(examples(left, right, sameTarget));
  }
}
