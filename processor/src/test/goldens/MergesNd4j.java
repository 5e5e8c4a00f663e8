package samples;

import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.data.Examples;
import org.synapt.nd4j.Columns;
import org.synapt.nd4j.Nd4jAdapter;
import org.synapt.training.Evaluation;

/** {@link MergesNetwork} with arrays of ND4J. Generated: change the declaration, not this file. */
@Generated("org.synapt.processor.NetworkProcessor")
public final class MergesNd4j extends Nd4jAdapter<MergesNetwork> {
  /**
   * A network with arrays.
   *
   * @param network runs where it was made to run
   */
  public MergesNd4j(MergesNetwork network) {
    super(network);
  }

  /**
   * Examples to learn from, which are read where they lie.
   *
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @param levelTarget [b, 2]
   * @param matchTarget [b, 4, 2]
   * @return the examples
   */
  public static Examples examples(INDArray a, INDArray c, INDArray thin, INDArray levelTarget,
      INDArray matchTarget) {
    return Examples.of(Arrays.asList(Columns.of("a", a, 2, 3), Columns.of("c", c, 2, 3),
        Columns.of("thin", thin, 1, 3)), Arrays.asList(Columns.of("level", levelTarget, 2),
        Columns.of("match", matchTarget, 4, 2)));
  }

  /**
   * Predicts, for each example.
   *
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @return the predictions
   */
  public Outputs predict(INDArray a, INDArray c, INDArray thin) {
    List<INDArray> outputs = predict(Arrays.asList(a, c, thin));
    return new Outputs(outputs.get(0), outputs.get(1));
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param a [b, 2, 3], read
   * @param c [b, 2, 3], read
   * @param thin [b, 1, 3], read
   * @param level [b, 2], written
   * @param match [b, 4, 2], written
   */
  public void predict(INDArray a, INDArray c, INDArray thin, INDArray level, INDArray match) {
    predict(Arrays.asList(a, c, thin), Arrays.asList(level, match));
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @return the values, [b, …]
   * @throws IllegalArgumentException if there is no such row
   */
  public INDArray value(String row, INDArray a, INDArray c, INDArray thin) {
    return value(row, Arrays.asList(a, c, thin));
  }

  /**
   * The derivative of the loss of all examples together by {@code a}.
   *
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @param levelTarget [b, 2]
   * @param matchTarget [b, 4, 2]
   * @return [b, 2, 3]
   */
  public INDArray aGradient(INDArray a, INDArray c, INDArray thin, INDArray levelTarget,
      INDArray matchTarget) {
    float[] gradient = network().aGradient(floats("a", a, 2, 3), floats("c", c, 2, 3),
        floats("thin", thin, 1, 3), floats("level", levelTarget, 2),
        floats("match", matchTarget, 4, 2));
    return array(gradient, 2, 3);
  }

  /**
   * The derivative of the loss of all examples together by {@code c}.
   *
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @param levelTarget [b, 2]
   * @param matchTarget [b, 4, 2]
   * @return [b, 2, 3]
   */
  public INDArray cGradient(INDArray a, INDArray c, INDArray thin, INDArray levelTarget,
      INDArray matchTarget) {
    float[] gradient = network().cGradient(floats("a", a, 2, 3), floats("c", c, 2, 3),
        floats("thin", thin, 1, 3), floats("level", levelTarget, 2),
        floats("match", matchTarget, 4, 2));
    return array(gradient, 2, 3);
  }

  /**
   * The derivative of the loss of all examples together by {@code thin}.
   *
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @param levelTarget [b, 2]
   * @param matchTarget [b, 4, 2]
   * @return [b, 1, 3]
   */
  public INDArray thinGradient(INDArray a, INDArray c, INDArray thin, INDArray levelTarget,
      INDArray matchTarget) {
    float[] gradient = network().thinGradient(floats("a", a, 2, 3), floats("c", c, 2, 3),
        floats("thin", thin, 1, 3), floats("level", levelTarget, 2),
        floats("match", matchTarget, 4, 2));
    return array(gradient, 1, 3);
  }

  /**
   * Measures loss and metrics.
   *
   * @param a [b, 2, 3]
   * @param c [b, 2, 3]
   * @param thin [b, 1, 3]
   * @param levelTarget [b, 2]
   * @param matchTarget [b, 4, 2]
   * @return the figures, by name
   */
  public Evaluation evaluate(INDArray a, INDArray c, INDArray thin, INDArray levelTarget,
      INDArray matchTarget) {
    return network().evaluate(examples(a, c, thin, levelTarget, matchTarget));
  }

  /**
   * The value of each output, for each example.
   *
   * @param level [b, 2]
   * @param match [b, 4, 2]
   */
  public record Outputs(INDArray level, INDArray match) {
  }
}
