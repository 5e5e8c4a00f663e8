package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/** Whether a recurrent row is sound, and the shape of what it gives. */
final class RecurrentCheck {
  private static final List<String> ALONG_AN_AXIS = List.of("SOFTMAX", "LOG_SOFTMAX");

  private final RecurrentRow row;
  private final Use use;
  private final Mention layer;
  private final Problems problems;

  RecurrentCheck(RecurrentRow row, Use use, Problems problems) {
    this.row = row;
    this.use = use;
    this.layer = use.layer();
    this.problems = problems;
  }

  /** The shape of the row; empty if it cannot be known. */
  Optional<Shape> shape() {
    boolean sound = Bounds.positive(layer, "units", problems);
    sound &= Bounds.share(layer, "dropout", problems);
    sound &= Bounds.share(layer, "recurrentDropout", problems);
    sound &= Regularization.checkRow(layer, problems);
    sound &= checkFunctions() & checkState() & checkDirection();
    boolean fits = checkSequence() && sound && checkInitialStates();
    return fits ? given() : Optional.empty();
  }

  private Optional<Shape> given() {
    Shape x = use.shape(0);
    List<Long> extents =
        row.givesSequence() ? List.of((long) x.extent(0), row.width()) : List.of(row.width());
    boolean sound = checkParameters(x.last());
    if (row.width() > Integer.MAX_VALUE) {
      return Sizes.checked(use.row(), List.of(row.width()), layer.origin("units"), problems);
    }
    Shape y = new Shape(extents.stream().map(Math::toIntExact).toList());
    return sound ? Sizes.checked(use.row(), y, layer.origin("units"), problems) : Optional.empty();
  }

  private boolean checkFunctions() {
    boolean sound = true;
    for (String attribute : row.functions()) {
      if (ALONG_AN_AXIS.contains(layer.constant(attribute))) {
        problems.add(
            Code.GateFunction,
            layer.origin(attribute),
            "%s works along an axis, but gates work element by element"
                .formatted(layer.constant(attribute)),
            attribute.equals("activation")
                ? "choose another, such as TANH; for classes put a @Dense with it behind the row"
                : "choose another, such as SIGMOID");
        sound = false;
      }
    }
    return sound;
  }

  private boolean checkState() {
    if (!row.isStateful()) {
      return true;
    }
    if (row.batchSize() == 0) {
      problems.add(
          Code.StatefulBatchSize,
          layer.origin(RecurrentRow.STATEFUL),
          "%s keeps states for every example of a batch, but no input says how many there are"
              .formatted(use.row()),
          "state it at the inputs: @Input(shape = ..., batchSize = 32)");
      return false;
    }
    if (use.operands().size() > 1) {
      problems.add(
          Code.InitialStates,
          use.operands().get(1).origin(),
          "%s begins with the states it ended with, and with %s too"
              .formatted(use.row(), use.operands().get(1).name()),
          "leave out stateful, or the operand");
      return false;
    }
    return true;
  }

  private boolean checkDirection() {
    if (!row.isBidirectional() || !layer.flag("goBackwards")) {
      return true;
    }
    problems.add(
        Code.BidirectionalNotAllowed,
        layer.origin("goBackwards"),
        "%s reads in both directions in any case".formatted(use.row()),
        "leave out goBackwards");
    return false;
  }

  private boolean checkSequence() {
    Shape x = use.shape(0);
    if (x.rank() == 2) {
      return true;
    }
    Use.Argument operand = use.operands().get(0);
    problems.add(
        Code.NotASequence,
        operand.origin(),
        "%s reads [steps, features], but %s is %s".formatted(row.word(), operand.name(), x),
        use.tracing(remedy(operand)));
    return false;
  }

  private static String remedy(Use.Argument operand) {
    Shape x = operand.shape();
    boolean lastState =
        operand
            .maker()
            .flatMap(RecurrentRow::of)
            .filter(above -> !above.givesSequence())
            .isPresent();
    if (lastState) {
      return "state returnSequences = true at %s, which gives the state after its last step alone"
          .formatted(operand.name());
    }
    if (operand.maker().filter(it -> it.is("Input")).isPresent() && x.rank() == 1) {
      return ("state both axes in its @Input, such as {%s, 1} for steps of one number each; put an"
              + " @Embedding between if the numbers stand for words")
          .formatted(x.isSymbol(0) ? "ANY" : x.last());
    }
    return "give it two axes: @Reshape(targetShape = {%s, features})"
        .formatted(x.rank() > 0 && !x.isSymbol(0) ? x.extent(0) : "steps");
  }

  private boolean checkInitialStates() {
    List<Use.Argument> states = use.operands().subList(1, use.operands().size());
    List<String> names = row.states();
    if (states.isEmpty()) {
      return true;
    }
    if (states.size() != names.size()) {
      problems.add(
          Code.InitialStates,
          states.get(Math.min(states.size() - 1, names.size())).origin(),
          "%s begins with %s, but %s has %s beside its sequence"
              .formatted(
                  row.word(),
                  String.join(", ", names) + (names.size() == 1 ? " state" : " states"),
                  use.row(),
                  states.size()),
          "name all of them, in that order, or none: then they are 0");
      return false;
    }
    boolean sound = true;
    for (int i = 0; i < states.size(); i++) {
      sound &= checkInitialState(states.get(i), names.get(i));
    }
    return sound;
  }

  private boolean checkInitialState(Use.Argument state, String name) {
    Shape wanted = Shape.of(row.units());
    if (state.shape().equals(wanted)) {
      return true;
    }
    problems.add(
        Code.InitialStates,
        state.origin(),
        "the %s state of %s is %s, but %s is %s"
            .formatted(name, use.row(), wanted, state.name(), state.shape()),
        "give both the same number of units");
    return false;
  }

  private boolean checkParameters(int in) {
    String name = use.row() + "." + row.ways().get(0).named("");
    long columns = (long) row.cell().gates() * row.units();
    boolean counts =
        Sizes.checked(name + "kernel", List.of((long) in, columns), units(), problems).isPresent()
            && Sizes.checked(
                    name + "recurrentKernel",
                    List.of((long) row.units(), columns),
                    units(),
                    problems)
                .isPresent()
            && checkSaved(columns);
    if (!counts) {
      return false;
    }
    Shape kernel = Shape.of(in, row.columns());
    Shape recurrent = Shape.of(row.units(), row.columns());
    return ParameterAttributes.of(layer, "kernel").check(name + "kernel", kernel, problems)
        & ParameterAttributes.of(layer, "recurrent")
            .check(name + "recurrentKernel", recurrent, problems)
        & checkBias(name + "bias");
  }

  private Origin units() {
    return layer.origin("units");
  }

  /** What is kept of all steps for the gradient is the largest of all. */
  private boolean checkSaved(long columns) {
    int steps = use.shape(0).isSymbol(0) ? 1 : use.shape(0).extent(0);
    List<Long> saved = List.of((long) steps, 2 * columns + 2L * row.units());
    return Sizes.checked("the gates of " + use.row(), saved, units(), problems).isPresent();
  }

  private boolean checkBias(String name) {
    ParameterAttributes bias = ParameterAttributes.of(layer, "bias");
    if (layer.flag("useBias")) {
      return bias.check(name, row.bias(), problems);
    }
    bias.reportIdle("a layer without bias", "remove it, or useBias = false", problems);
    if (layer.attributes().containsKey("unitForgetBias") && layer.states("unitForgetBias")) {
      problems.add(
          Code.IdleAttribute,
          layer.origin("unitForgetBias"),
          "a layer without bias does not use unitForgetBias",
          "remove it, or useBias = false");
    }
    return true;
  }
}
