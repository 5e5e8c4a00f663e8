package org.synapt.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Extents;
import org.synapt.network.InputSpec;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;

/** Examples whose columns have been put into the order of a network's inputs and targets. */
final class BoundExamples {
  private final Column[] inputs;
  private final Column[] targets;
  private final List<Optional<Column>> weights;
  private final int[] extents;
  private final int count;

  private BoundExamples(
      Column[] inputs, Column[] targets, List<Optional<Column>> weights, int[] extents, int count) {
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
    this.extents = extents;
    this.count = count;
  }

  /**
   * Finds each input and target by name, and checks every number.
   *
   * @throws IllegalArgumentException if a column is missing, left over, of another width, or holds
   *     what its loss cannot take; or if there are no examples
   */
  static BoundExamples of(Signature signature, Examples examples) {
    BoundExamples bound = unchecked(signature, examples);
    Column[] inputs = bound.inputs;
    Column[] targets = bound.targets;
    if (examples.count() == 0) {
      throw new IllegalArgumentException(
          "there are no examples for " + signature.name() + " to learn or be judged from");
    }
    checkInputs(signature, inputs);
    List<OutputSpec> outputs = withTargets(signature);
    for (int i = 0; i < targets.length; i++) {
      FiniteCheck.check(targets[i]);
      TargetCheck.of(outputs.get(i)).check(targets[i]);
    }
    checkOwnTargets(signature, inputs);
    return bound;
  }

  /** Looks at every number of the inputs. */
  static void checkInputs(Signature signature, Column[] inputs) {
    for (int i = 0; i < inputs.length; i++) {
      FiniteCheck.check(inputs[i]);
      IdCheck.check(signature.inputs().get(i), inputs[i]);
    }
  }

  /** Finds each input and target by name, but looks at no number. */
  static BoundExamples unchecked(Signature signature, Examples examples) {
    Column[] inputs = inputs(signature, examples);
    Column[] targets = targets(signature, examples);
    return new BoundExamples(
        inputs,
        targets,
        weights(signature, examples),
        extents(signature, inputs, targets),
        examples.count());
  }

  /** An input that is an output's target has to be what its loss takes. */
  private static void checkOwnTargets(Signature signature, Column[] inputs) {
    for (OutputSpec output : signature.outputs()) {
      int input = inputNumber(signature, output.target());
      if (input >= 0) {
        TargetCheck.of(output).check(inputs[input]);
      }
    }
  }

  /** Which input has a name; −1 where none has. */
  static int inputNumber(Signature signature, String name) {
    for (int i = 0; i < signature.inputs().size(); i++) {
      if (signature.inputs().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** What each batch decides, found from the widths of columns. */
  static int[] extents(Signature signature, Column[] inputs, Column[] targets) {
    Extents extents = new Extents(signature);
    for (int i = 0; i < inputs.length; i++) {
      extents.input(i, inputs[i].width());
    }
    int next = 0;
    for (int i = 0; i < signature.outputs().size(); i++) {
      if (next < targets.length && signature.outputs().get(i).target().isEmpty()) {
        extents.target(i, targets[next++].width());
      }
    }
    return extents.find();
  }

  static Column[] inputs(Signature signature, Examples examples) {
    List<String> names = new ArrayList<>();
    for (InputSpec input : signature.inputs()) {
      names.add(input.name());
    }
    Column[] columns = bind(signature, "inputs", names, examples.inputs());
    for (int i = 0; i < columns.length; i++) {
      requireWidth(columns[i], signature.inputs().get(i).size(), signature);
    }
    return columns;
  }

  private static Column[] targets(Signature signature, Examples examples) {
    List<OutputSpec> outputs = withTargets(signature);
    List<String> names = new ArrayList<>();
    for (OutputSpec output : outputs) {
      names.add(output.name());
    }
    Column[] columns = bind(signature, "targets", names, examples.targets());
    for (int i = 0; i < columns.length; i++) {
      requireWidth(columns[i], outputs.get(i).targetSize(), signature);
    }
    return columns;
  }

  /** The outputs whose targets the data hold. */
  static List<OutputSpec> withTargets(Signature signature) {
    List<OutputSpec> outputs = new ArrayList<>(signature.outputs());
    outputs.removeIf(output -> !output.target().isEmpty());
    return outputs;
  }

  private static Column[] bind(
      Signature signature, String what, List<String> names, List<Column> columns) {
    Column[] bound = new Column[names.size()];
    for (Column column : columns) {
      int at = names.indexOf(column.name());
      if (at < 0 || columns.size() != names.size()) {
        throw new IllegalArgumentException(
            signature.name()
                + " has the "
                + what
                + " "
                + names
                + ", but the examples have "
                + columns
                + "; give each column the name of its row");
      }
      bound[at] = column;
    }
    if (columns.size() != names.size()) {
      throw new IllegalArgumentException(
          signature.name() + " has the " + what + " " + names + ", but the examples have none");
    }
    return bound;
  }

  /** Where each batch decides extents, widths are looked at together. */
  private static void requireWidth(Column column, int width, Signature signature) {
    if (signature.extents() == 0 && column.width() != width) {
      throw new IllegalArgumentException(
          column.name()
              + " has "
              + column.width()
              + " floats for each example, but "
              + signature.name()
              + " takes "
              + width);
    }
  }

  /** The weights of each output: those of its own name, or of no name. */
  private static List<Optional<Column>> weights(Signature signature, Examples examples) {
    List<Optional<Column>> weights = new ArrayList<>();
    List<String> names = new ArrayList<>();
    names.add("");
    for (OutputSpec output : signature.outputs()) {
      names.add(output.name());
      weights.add(
          examples.weights().stream()
              .filter(column -> column.name().isEmpty() || column.name().equals(output.name()))
              .findFirst());
    }
    for (Column column : examples.weights()) {
      if (!names.contains(column.name())) {
        throw new IllegalArgumentException(
            "the examples have weights for "
                + column.name()
                + ", but the outputs of "
                + signature.name()
                + " are "
                + names.subList(1, names.size()));
      }
    }
    return weights;
  }

  int count() {
    return count;
  }

  /** What each batch decides. */
  int[] extents() {
    return extents;
  }

  /** How much each example counts at an output; empty where all count the same. */
  Optional<Column> weight(int output) {
    return weights.get(output);
  }

  Column input(int input) {
    return inputs[input];
  }

  Column target(int target) {
    return targets[target];
  }
}
