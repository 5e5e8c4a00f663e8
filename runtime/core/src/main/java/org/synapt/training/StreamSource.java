package org.synapt.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.DatasetCursor;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;

/** Examples that come from a data set, in its order; targets are checked as they come. */
final class StreamSource implements Source {
  private final Dataset dataset;
  private final Signature signature;
  private final int batchSize;
  private final List<Checked> checks = new ArrayList<>();
  private Optional<DatasetCursor> cursor = Optional.empty();
  private Optional<Filling> filling = Optional.empty();

  StreamSource(Dataset dataset, Signature signature, int batchSize) {
    this.dataset = dataset;
    this.signature = signature;
    this.batchSize = batchSize;
    int next = 0;
    for (OutputSpec output : signature.outputs()) {
      int input = BoundExamples.inputNumber(signature, output.target());
      if (output.target().isEmpty() || input >= 0) {
        checks.add(new Checked(output, TargetCheck.of(output), input, input < 0 ? next++ : input));
      }
    }
  }

  /** What is checked of each example: one of the targets, or an input that is its own target. */
  private record Checked(OutputSpec output, TargetCheck check, int input, int at) {
    float[] values(Batch batch) {
      return input < 0 ? batch.targets()[at] : batch.inputs()[at];
    }
  }

  @Override
  public int count() {
    return (int) Math.min(dataset.count().orElse(0), Integer.MAX_VALUE);
  }

  @Override
  public Batches open(int epoch, long steps) {
    if (!cursor.isPresent()) {
      cursor = Optional.of(dataset.open(epoch));
    }
    cursor.get().begin(epoch);
    return new Pass(cursor.get());
  }

  @Override
  public void close() {
    cursor.ifPresent(DatasetCursor::close);
  }

  /** Where the columns of the data set go in a batch. */
  private final class Filling {
    private final Batch batch;
    private final float[][] inputs;
    private final float[][] targets;
    private final float[][] weights;
    private final float[][] given;

    Filling(Batch batch, Examples columns) {
      BoundExamples bound = BoundExamples.unchecked(signature, columns);
      this.batch = batch;
      this.inputs = new float[batch.inputs().length][];
      for (int i = 0; i < inputs.length; i++) {
        inputs[at(bound.input(i), columns.inputs())] = batch.inputs()[i];
      }
      this.targets = new float[batch.targets().length][];
      for (int i = 0; i < targets.length; i++) {
        targets[at(bound.target(i), columns.targets())] = batch.targets()[i];
      }
      this.weights = new float[columns.weights().size()][batch.pass().capacity()];
      this.given = new float[signature.outputs().size()][];
      for (int output = 0; output < given.length; output++) {
        Optional<Column> weight = bound.weight(output);
        given[output] =
            weight.isPresent() ? weights[at(weight.get(), columns.weights())] : new float[0];
      }
    }

    private int at(Column column, List<Column> columns) {
      List<String> names = new ArrayList<>();
      columns.forEach(each -> names.add(each.name()));
      return names.indexOf(column.name());
    }
  }

  /** One epoch. */
  private final class Pass implements Batches {
    private final DatasetCursor examples;
    private long done;

    Pass(DatasetCursor examples) {
      this.examples = examples;
    }

    @Override
    public boolean next(Batch batch) {
      if (!filling.isPresent() || filling.get().batch != batch) {
        filling = Optional.of(new Filling(batch, examples.columns()));
      }
      Filling into = filling.get();
      int filled = examples.fill(batchSize, into.inputs, into.targets, into.weights);
      if (filled == 0) {
        return false;
      }
      check(batch, filled);
      done += filled;
      batch.filled(filled, into.given);
      return true;
    }

    private void check(Batch batch, int filled) {
      for (int i = 0; i < checks.size(); i++) {
        Checked each = checks.get(i);
        float[] values = each.values(batch);
        int width = each.output().targetSize();
        int wrong = each.check().firstWrong(filled, width, values);
        if (wrong >= 0) {
          throw new DatasetException(
              each.output().name()
                  + " of example "
                  + (done + wrong)
                  + " of the epoch "
                  + each.check().finding(width, wrong, values));
        }
      }
    }

    /** What goes on in the next epoch stays open. */
    @Override
    public void close() {
      if (!dataset.isContinuing()) {
        examples.close();
      }
    }
  }
}
