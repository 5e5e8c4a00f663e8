package samples;

import java.util.Arrays;
import javax.annotation.processing.Generated;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.data.Examples;
import org.synapt.nd4j.Columns;
import org.synapt.nd4j.Nd4jAdapter;
import org.synapt.training.Evaluation;

/** {@link CnnNetwork} with arrays of ND4J. Generated: change the declaration, not this file. */
@Generated("org.synapt.processor.NetworkProcessor")
public final class CnnNd4j extends Nd4jAdapter<CnnNetwork> {
  /**
   * A network with arrays.
   *
   * @param network runs where it was made to run
   */
  public CnnNd4j(CnnNetwork network) {
    super(network);
  }

  /**
   * Examples to learn from, which are read where they lie.
   *
   * @param image [b, 28, 28, 1]
   * @param digitTarget [b, 10]
   * @return the examples
   */
  public static Examples examples(INDArray image, INDArray digitTarget) {
    return Examples.of(Arrays.asList(Columns.of("image", image, 28, 28, 1)),
        Arrays.asList(Columns.of("digit", digitTarget, 10)));
  }

  /**
   * Predicts, for each example.
   *
   * @param image [b, 28, 28, 1]
   * @return [b, 10]
   */
  public INDArray predict(INDArray image) {
    return predict(Arrays.asList(image)).get(0);
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param image [b, 28, 28, 1], read
   * @param digit [b, 10], written
   */
  public void predict(INDArray image, INDArray digit) {
    predict(Arrays.asList(image), Arrays.asList(digit));
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param image [b, 28, 28, 1]
   * @return the values, [b, …]
   * @throws IllegalArgumentException if there is no such row
   */
  public INDArray value(String row, INDArray image) {
    return value(row, Arrays.asList(image));
  }

  /**
   * The derivative of the loss of all examples together by {@code image}.
   *
   * @param image [b, 28, 28, 1]
   * @param digitTarget [b, 10]
   * @return [b, 28, 28, 1]
   */
  public INDArray imageGradient(INDArray image, INDArray digitTarget) {
    float[] gradient = network().imageGradient(floats("image", image, 28, 28, 1),
        floats("digit", digitTarget, 10));
    return array(gradient, 28, 28, 1);
  }

  /**
   * Measures loss and metrics.
   *
   * @param image [b, 28, 28, 1]
   * @param digitTarget [b, 10]
   * @return the figures, by name
   */
  public Evaluation evaluate(INDArray image, INDArray digitTarget) {
    return network().evaluate(examples(image, digitTarget));
  }
}
