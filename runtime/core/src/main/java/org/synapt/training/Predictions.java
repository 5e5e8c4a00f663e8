package org.synapt.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;

/** Predicts for examples, batch by batch; their targets, if they have any, are not looked at. */
final class Predictions {
  private Predictions() {}

  /** A column for each output, by its name. */
  static List<Column> of(Network network, Examples examples, int largestBatch) {
    int batchSize = Math.min(largestBatch, network.states().batchSize());
    Column[] inputs = BoundExamples.inputs(network.signature(), examples);
    BoundExamples.checkInputs(network.signature(), inputs);
    int[] extents = BoundExamples.extents(network.signature(), inputs, new Column[0]);
    List<OutputSpec> outputs = network.signature().outputs();
    float[][] predictions = new float[outputs.size()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] =
          new float[Math.multiplyExact(examples.count(), outputs.get(i).size(extents))];
    }
    float[][] batchInputs = new float[inputs.length][];
    for (int i = 0; i < inputs.length; i++) {
      batchInputs[i] = new float[Math.multiplyExact(batchSize, inputs[i].width())];
    }
    for (int done = 0; done < examples.count(); done += batchSize) {
      int batch = Math.min(batchSize, examples.count() - done);
      for (int i = 0; i < inputs.length; i++) {
        inputs[i].copy(done, done + batch, batchInputs[i], 0);
      }
      network.prediction(batch, extents).predict(batch, batchInputs, predictions, done);
    }
    return columns(outputs, extents, predictions);
  }

  private static List<Column> columns(
      List<OutputSpec> outputs, int[] extents, float[][] predictions) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < predictions.length; i++) {
      OutputSpec output = outputs.get(i);
      columns.add(Column.of(output.name(), output.size(extents), predictions[i]));
    }
    return Collections.unmodifiableList(columns);
  }
}
