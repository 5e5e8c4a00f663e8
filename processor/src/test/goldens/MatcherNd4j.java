package samples;

import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.data.Examples;
import org.synapt.nd4j.Columns;
import org.synapt.nd4j.Nd4jAdapter;
import org.synapt.network.Signature;
import org.synapt.training.Evaluation;

/** {@link MatcherNetwork} with arrays of ND4J. Generated: change the declaration, not this file. */
@Generated("org.synapt.processor.NetworkProcessor")
public final class MatcherNd4j extends Nd4jAdapter<MatcherNetwork> {
  /**
   * A network with arrays.
   *
   * @param network runs where it was made to run
   */
  public MatcherNd4j(MatcherNetwork network) {
    super(network);
  }

  /**
   * Examples to learn from, which are read where they lie.
   *
   * @param question [b, any, 4]
   * @param text [b, any2, 4]
   * @param answerTarget [b, 2]
   * @param whereTarget [b, any, 2]
   * @return the examples
   */
  public static Examples examples(INDArray question, INDArray text, INDArray answerTarget,
      INDArray whereTarget) {
    return Examples.of(Arrays.asList(Columns.of("question", question, Signature.ANY, 4),
        Columns.of("text", text, Signature.ANY_2, 4)),
        Arrays.asList(Columns.of("answer", answerTarget, 2),
        Columns.of("where", whereTarget, Signature.ANY, 2)));
  }

  /**
   * Predicts, for each example.
   *
   * @param question [b, any, 4]
   * @param text [b, any2, 4]
   * @return the predictions
   */
  public Outputs predict(INDArray question, INDArray text) {
    List<INDArray> outputs = predict(Arrays.asList(question, text));
    return new Outputs(outputs.get(0), outputs.get(1));
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param question [b, any, 4], read
   * @param text [b, any2, 4], read
   * @param answer [b, 2], written
   * @param where [b, any, 2], written
   */
  public void predict(INDArray question, INDArray text, INDArray answer, INDArray where) {
    predict(Arrays.asList(question, text), Arrays.asList(answer, where));
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param question [b, any, 4]
   * @param text [b, any2, 4]
   * @return the values, [b, …]
   * @throws IllegalArgumentException if there is no such row
   */
  public INDArray value(String row, INDArray question, INDArray text) {
    return value(row, Arrays.asList(question, text));
  }

  /**
   * The derivative of the loss of all examples together by {@code question}.
   *
   * @param question [b, any, 4]
   * @param text [b, any2, 4]
   * @param answerTarget [b, 2]
   * @param whereTarget [b, any, 2]
   * @return [b, any, 4]
   */
  public INDArray questionGradient(INDArray question, INDArray text, INDArray answerTarget,
      INDArray whereTarget) {
    int[] extents = extents(Arrays.asList(question, text));
    float[] gradient = network().questionGradient(extents[0], extents[1],
        floats("question", question, Signature.ANY, 4), floats("text", text, Signature.ANY_2, 4),
        floats("answer", answerTarget, 2), floats("where", whereTarget, Signature.ANY, 2));
    return array(gradient, extents[0], 4);
  }

  /**
   * The derivative of the loss of all examples together by {@code text}.
   *
   * @param question [b, any, 4]
   * @param text [b, any2, 4]
   * @param answerTarget [b, 2]
   * @param whereTarget [b, any, 2]
   * @return [b, any2, 4]
   */
  public INDArray textGradient(INDArray question, INDArray text, INDArray answerTarget,
      INDArray whereTarget) {
    int[] extents = extents(Arrays.asList(question, text));
    float[] gradient = network().textGradient(extents[0], extents[1],
        floats("question", question, Signature.ANY, 4), floats("text", text, Signature.ANY_2, 4),
        floats("answer", answerTarget, 2), floats("where", whereTarget, Signature.ANY, 2));
    return array(gradient, extents[1], 4);
  }

  /**
   * Measures loss and metrics.
   *
   * @param question [b, any, 4]
   * @param text [b, any2, 4]
   * @param answerTarget [b, 2]
   * @param whereTarget [b, any, 2]
   * @return the figures, by name
   */
  public Evaluation evaluate(INDArray question, INDArray text, INDArray answerTarget,
      INDArray whereTarget) {
    return network().evaluate(examples(question, text, answerTarget, whereTarget));
  }

  /**
   * The value of each output, for each example.
   *
   * @param answer [b, 2]
   * @param where [b, any, 2]
   */
  public record Outputs(INDArray answer, INDArray where) {
  }
}
