package org.synapt.processor.layer;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.GateFormulas;
import org.synapt.processor.op.Recurrent.Cell;
import org.synapt.processor.op.Recurrent.Option;
import org.synapt.processor.shape.Shape;

/**
 * What a recurrent row says: its layer's annotation, and what its surroundings add to that.
 *
 * @param cell what happens in a step
 * @param layer the annotation
 */
public record RecurrentRow(Cell cell, Mention layer) {
  /** The attribute that the row's {@code @Bidirectional} is added as. */
  public static final String BIDIRECTIONAL = "bidirectional";

  /** The attribute that the batch size of the network is added as; 0 if no input states one. */
  public static final String BATCH_SIZE = "batchSize";

  /** The attribute that says whether a row goes on from where it ended. */
  public static final String STATEFUL = "stateful";

  private static final String RECURRENT_ACTIVATION = "recurrentActivation";

  private static final Map<String, Cell> CELLS =
      Map.of("SimpleRNN", Cell.SIMPLE_RNN, "LSTM", Cell.LSTM, "GRU", Cell.GRU);

  private static final Elementwise IDENTITY = Elementwise.of("x", "x").withDerivative("1");

  /** One of the directions in which a row reads; in a row that has but one it has no name. */
  enum Way {
    ONLY(""),
    FORWARD("forward."),
    BACKWARD("backward.");

    private final String prefix;

    Way(String prefix) {
      this.prefix = prefix;
    }

    /** What a parameter or a value of this direction is called. */
    String named(String name) {
      return prefix + name;
    }

    /** What people call it. */
    String words() {
      return prefix.replace('.', ' ');
    }
  }

  /** What an annotation says, if it is a recurrent layer's. */
  public static Optional<RecurrentRow> of(Mention layer) {
    return Optional.ofNullable(CELLS.get(layer.name()))
        .filter(cell -> layer.block().isEmpty())
        .map(cell -> new RecurrentRow(cell, layer));
  }

  /** {@code lstm}, {@code simpleRNN}: what people read. */
  String word() {
    return cell == Cell.SIMPLE_RNN ? "simpleRNN" : layer.name().toLowerCase(Locale.ROOT);
  }

  int units() {
    return layer.integer("units");
  }

  /** The width of the kernel. */
  int columns() {
    return cell.gates() * units();
  }

  boolean givesSequence() {
    return layer.flag("returnSequences");
  }

  boolean isStateful() {
    return layer.flag(STATEFUL);
  }

  boolean resetsAfter() {
    return cell == Cell.GRU && layer.flag("resetAfter");
  }

  /** The examples of a batch, as the inputs state them; 0 if they do not. */
  int batchSize() {
    return layer.attributes().containsKey(BATCH_SIZE) ? layer.integer(BATCH_SIZE) : 0;
  }

  boolean isBidirectional() {
    return layer.attributes().containsKey(BIDIRECTIONAL);
  }

  String mergeMode() {
    return layer.mention(BIDIRECTIONAL).constant("mergeMode");
  }

  List<Way> ways() {
    return isBidirectional() ? List.of(Way.FORWARD, Way.BACKWARD) : List.of(Way.ONLY);
  }

  /** The extent of a step of what the row gives. */
  long width() {
    boolean joined = isBidirectional() && mergeMode().equals("CONCAT");
    return joined ? 2L * units() : units();
  }

  /** What the states are called that the row may begin with, in their order. */
  List<String> states() {
    List<String> names = cell.states() == 2 ? List.of("hidden", "cell") : List.of("hidden");
    return ways().stream().flatMap(way -> names.stream().map(name -> way.words() + name)).toList();
  }

  /** The shape of the bias of one direction. */
  Shape bias() {
    return resetsAfter() ? Shape.of(2, columns()) : Shape.of(columns());
  }

  /** The attributes that name a function of the gates. */
  List<String> functions() {
    return cell == Cell.SIMPLE_RNN
        ? List.of("activation")
        : List.of("activation", RECURRENT_ACTIVATION);
  }

  /** The functions of the gates, in a sound row; a cell without gates has its activation twice. */
  GateFormulas formulas() {
    List<Elementwise> formulas =
        functions().stream()
            .map(layer::constant)
            .map(name -> Activations.formulas().getOrDefault(name, IDENTITY))
            .toList();
    return new GateFormulas(formulas.get(0), formulas.get(formulas.size() - 1));
  }

  /** What one direction does besides. */
  Set<Option> options(Way way) {
    Set<Option> options = EnumSet.noneOf(Option.class);
    if (way == Way.BACKWARD || layer.flag("goBackwards")) {
      options.add(Option.BACKWARD);
    }
    if (givesSequence()) {
      options.add(Option.SEQUENCES);
      if (way == Way.BACKWARD) {
        options.add(Option.ALIGNED);
      }
    }
    if (isStateful()) {
      options.add(Option.STATEFUL);
    }
    if (resetsAfter()) {
      options.add(Option.RESET_AFTER);
    }
    return options;
  }
}
