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
  static List<Column> of(Network network, Examples examples, int batchSize) {
    Column[] inputs = BoundExamples.inputs(network.signature(), examples);
    for (Column input : inputs) {
      FiniteCheck.check(input);
    }
    List<OutputSpec> outputs = network.signature().outputs();
    float[][] predictions = new float[outputs.size()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = new float[Math.multiplyExact(examples.count(), outputs.get(i).size())];
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
      network.prediction(batch).predict(batch, batchInputs, predictions, done);
    }
    return columns(outputs, predictions);
  }

  private static List<Column> columns(List<OutputSpec> outputs, float[][] predictions) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < predictions.length; i++) {
      OutputSpec output = outputs.get(i);
      columns.add(Column.of(output.name(), output.size(), predictions[i]));
    }
    return Collections.unmodifiableList(columns);
  }
}
