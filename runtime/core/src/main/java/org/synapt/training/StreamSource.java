package org.synapt.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.DatasetCursor;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;
import org.synapt.network.InputSpec;
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
      if (signature.extents() > 0) {
        cursor.get().anyWidths();
      }
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
    private final Examples columns;
    private final BoundExamples bound;
    private final float[][] inputs;
    private final float[][] targets;
    private final float[][] weights;
    private final float[][] given;

    Filling(Batch batch, Examples columns) {
      this.batch = batch;
      this.columns = columns;
      this.bound = BoundExamples.unchecked(signature, columns);
      this.inputs = new float[batch.inputs().length][];
      this.targets = new float[batch.targets().length][];
      this.weights = new float[columns.weights().size()][batch.capacity()];
      this.given = new float[signature.outputs().size()][];
      for (int output = 0; output < given.length; output++) {
        Optional<Column> weight = bound.weight(output);
        given[output] =
            weight.isPresent() ? weights[at(weight.get(), columns.weights())] : new float[0];
      }
    }

    private int at(Column column, List<Column> all) {
      int at = 0;
      while (!all.get(at).name().equals(column.name())) {
        at++;
      }
      return at;
    }

    /** Makes room in the batch, and takes its arrays, which are others where it has grown. */
    void ready() {
      batch.ready(bound.extents());
      for (int i = 0; i < inputs.length; i++) {
        inputs[at(bound.input(i), columns.inputs())] = batch.inputs()[i];
      }
      for (int i = 0; i < targets.length; i++) {
        targets[at(bound.target(i), columns.targets())] = batch.targets()[i];
      }
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
      if (!examples.hasNext()) {
        return false;
      }
      Examples columns = examples.columns();
      if (!filling.isPresent()
          || filling.get().batch != batch
          || filling.get().columns != columns) {
        filling = Optional.of(new Filling(batch, columns));
      }
      Filling into = filling.get();
      into.ready();
      int filled = examples.fill(batchSize, into.inputs, into.targets, into.weights);
      checkInputs(batch, filled);
      check(batch, filled);
      done += filled;
      batch.filled(filled, into.given);
      return true;
    }

    private void checkInputs(Batch batch, int filled) {
      for (int i = 0; i < signature.inputs().size(); i++) {
        InputSpec input = signature.inputs().get(i);
        int width = input.size(batch.extents());
        float[] numbers = batch.inputs()[i];
        int wrong = IdCheck.firstWrong(input, filled, width, numbers);
        if (wrong >= 0) {
          throw new DatasetException(
              input.name()
                  + " of example "
                  + (done + wrong)
                  + " of the epoch "
                  + IdCheck.finding(input, width, wrong, numbers));
        }
      }
    }

    private void check(Batch batch, int filled) {
      for (int i = 0; i < checks.size(); i++) {
        Checked each = checks.get(i);
        float[] values = each.values(batch);
        int width = each.output().targetSize(batch.extents());
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
