package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Recurrent.Cell;
import org.synapt.processor.shape.Shape;

/**
 * A state that goes from step to step: {@code SimpleRNN}, {@code LSTM} and {@code GRU}, in one
 * direction or in both.
 *
 * <pre>
 * x [b, T, in]   kernel [in, k·u]   recurrentKernel [u, k·u]   bias [k·u] or [2, k·u]
 * →   y [b, u] or [b, T, u]; 2u of both directions together
 * </pre>
 *
 * <p>Problems: {@link Code#NotASequence}, {@link Code#GateFunction}, {@link Code#InitialStates},
 * {@link Code#StatefulBatchSize}, {@link Code#BidirectionalNotAllowed}, {@link
 * Code#AttributeOutOfRange}, {@link Code#TooManyElements}, and those of {@link ParameterAttributes}
 * and {@link Regularization}.
 */
final class RecurrentLayer implements Layer {
  private final String annotation;
  private final Cell cell;

  private RecurrentLayer(String annotation, Cell cell) {
    this.annotation = annotation;
    this.cell = cell;
  }

  static RecurrentLayer simple() {
    return new RecurrentLayer("SimpleRNN", Cell.SIMPLE_RNN);
  }

  static RecurrentLayer lstm() {
    return new RecurrentLayer("LSTM", Cell.LSTM);
  }

  static RecurrentLayer gru() {
    return new RecurrentLayer("GRU", Cell.GRU);
  }

  @Override
  public String annotation() {
    return annotation;
  }

  /** A sequence, and the states of one or both directions at the beginning. */
  @Override
  public Arity arity() {
    return new Arity(1, 1 + 2 * cell.states());
  }

  private RecurrentRow row(Mention layer) {
    return new RecurrentRow(cell, layer);
  }

  /** The steps may be a symbol; else the shapes of the parameters would. */
  @Override
  public boolean takesSymbols(Use use) {
    Shape x = use.shape(0);
    boolean features = x.rank() != 2 || !x.isSymbol(1);
    return features && use.shapes().stream().skip(1).noneMatch(Shape::hasSymbols);
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    return new RecurrentCheck(row(use.layer()), use, problems).shape();
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    RecurrentRow row = row(layer);
    int in = operands.get(0).last();
    List<ParameterSpec> parameters = new ArrayList<>();
    for (RecurrentRow.Way way : row.ways()) {
      parameters.add(
          ParameterAttributes.of(layer, "kernel")
              .weight(way.named("kernel"), Shape.of(in, row.columns())));
      parameters.add(
          ParameterAttributes.of(layer, "recurrent")
              .weight(way.named("recurrentKernel"), Shape.of(row.units(), row.columns())));
      if (layer.flag("useBias")) {
        parameters.add(bias(row, way));
      }
      if (row.isStateful()) {
        parameters.addAll(states(row, way));
      }
    }
    return parameters;
  }

  private static ParameterSpec bias(RecurrentRow row, RecurrentRow.Way way) {
    ParameterSpec bias =
        ParameterAttributes.of(row.layer(), "bias").parameter(way.named("bias"), row.bias());
    return row.cell() == Cell.LSTM && row.layer().flag("unitForgetBias")
        ? bias.starting(InitializerSpec.of("unitForgetBias", bias.initializer()))
        : bias;
  }

  private static List<ParameterSpec> states(RecurrentRow row, RecurrentRow.Way way) {
    Shape shape = Shape.of(row.batchSize(), row.units());
    ParameterSpec hidden = ParameterSpec.state(way.named("hidden"), shape);
    return row.cell().states() == 1
        ? List.of(hidden)
        : List.of(hidden, ParameterSpec.state(way.named("cell"), shape));
  }

  /** {@code lstm(64)}, {@code bidirectional gru(32), sum}. */
  @Override
  public String describe(Mention layer) {
    RecurrentRow row = row(layer);
    StringBuilder text = new StringBuilder();
    text.append(row.isBidirectional() ? "bidirectional " : "");
    text.append(row.word()).append('(').append(row.units()).append(')');
    if (row.isBidirectional() && !row.mergeMode().equals("CONCAT")) {
      text.append(", ").append(row.mergeMode().toLowerCase(Locale.ROOT));
    }
    if (!layer.constant("activation").equals("TANH")) {
      text.append(Activations.describe(layer, "activation"));
    }
    return text.append(row.isStateful() ? ", stateful" : "").toString();
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    return new RecurrentEquations(row(layer), operands, lowering).value();
  }
}
