package org.synapt.training;

import java.util.List;
import org.synapt.text.Nearest;

/** A number of an epoch's logs that a callback watches, and which way it gets better. */
final class Monitor {
  private final String owner;
  private String name;
  private Mode mode = Mode.AUTO;
  private boolean grows;

  /**
   * Watches a number.
   *
   * @param owner whose monitor it is, for messages
   */
  Monitor(String owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  void name(String other) {
    name = other;
  }

  void mode(Mode way) {
    mode = way;
  }

  String name() {
    return name;
  }

  /** Requires that there is such a number, and finds out which way it gets better. */
  void begin(Training training) {
    begin(training, training.logNames());
  }

  /** As {@link #begin(Training)}, where not all that an epoch reports can be watched. */
  void begin(Training training, List<String> names) {
    require(owner + " monitors", name, names);
    Mode way = mode == Mode.AUTO ? Direction.of(name, training.largerIsBetter(name)) : mode;
    if (way == Mode.AUTO) {
      throw new IllegalArgumentException(
          owner
              + " monitors "
              + name
              + ", of which neither metric nor name tells which way is better; say mode(Mode.MAX)"
              + " if it should grow, mode(Mode.MIN) if it should fall");
    }
    grows = way == Mode.MAX;
  }

  /**
   * Requires that a name is among those of an epoch's logs.
   *
   * @param who who asks for it and how, for the message
   */
  static void require(String who, String name, List<String> names) {
    if (names.contains(name)) {
      return;
    }
    if (name.startsWith("val_") && !names.contains("val_loss")) {
      String trained = name.substring("val_".length());
      throw new IllegalArgumentException(
          who
              + " "
              + name
              + ", but nothing is validated there: set validationSplit or validationData"
              + (names.contains(trained) ? ", or take " + trained : ""));
    }
    throw new IllegalArgumentException(
        who + " " + name + ", but an epoch reports " + names + Nearest.suggestion(name, names));
  }

  /** Whether a number is better than another by more than so much; NaN never is. */
  boolean isBetter(double number, double than, double minDelta) {
    return grows ? number - minDelta > than : number + minDelta < than;
  }

  /** What every number is better than. */
  double worst() {
    return grows ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** The name under which the best number is noted; another monitor's is not taken for it. */
  String best() {
    return "best " + (grows ? "max " : "min ") + name;
  }
}
