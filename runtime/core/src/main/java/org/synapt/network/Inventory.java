package org.synapt.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Kernel;
import org.synapt.optimizer.Optimization;
import org.synapt.optimizer.Optimizer;
import org.synapt.optimizer.TableRows;

/** What a network has on its backend: parameters, their gradients, and who moves them. */
abstract class Inventory extends Handover {
  private final Backend backend;
  private final Seed seed;
  private final String owner;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Runnable> constraints = new ArrayList<>();
  private final Buffer values;
  private final States states = new States();
  private Optional<Buffer> gradients = Optional.empty();
  private int floats;
  private int decayed;
  private int trained;

  /** An inventory with room for the parameters. */
  Inventory(
      Backend backend, Seed seed, Signature signature, List<Class<? extends Kernel>> kernels) {
    this.backend = backend;
    this.seed = seed;
    this.owner = signature.name();
    Values.requireKernels(backend, owner, kernels);
    this.values = backend.allocate(signature.parameters());
  }

  /**
   * Makes the next weight, which weight decay concerns; weights come before all other parameters.
   *
   * @param name the row and what the array is in it
   * @param initializer how it starts
   * @param shape its extents
   * @return the parameter
   */
  protected final Parameter weight(String name, Initializer initializer, int... shape) {
    requireOrder(decayed == floats, name);
    decayed += Shapes.size(shape);
    return parameter(name, initializer, shape);
  }

  /**
   * Makes the next weight, a table of which batches use some rows.
   *
   * @param name the row and what the array is in it
   * @param initializer how it starts
   * @param rows how many rows it has
   * @param columns the floats of each
   * @return the table
   */
  protected final Table table(String name, Initializer initializer, int rows, int columns) {
    requireOrder(decayed == floats && trained == floats, name);
    decayed += rows * columns;
    trained += rows * columns;
    Buffer memory = values.slice(floats, rows * columns);
    Table table = new Table(this, name, rows, columns, floats, memory);
    tables.add(table);
    return keep(table, initializer);
  }

  /**
   * Makes the next parameter that is trained but does not decay, such as a bias.
   *
   * @param name the row and what the array is in it
   * @param initializer how it starts
   * @param shape its extents
   * @return the parameter
   */
  protected final Parameter parameter(String name, Initializer initializer, int... shape) {
    requireOrder(trained == floats, name);
    trained += Shapes.size(shape);
    return place(name, true, initializer, shape);
  }

  /**
   * Makes the next parameter that no gradient moves, behind all that are trained: a statistic, or a
   * parameter of a frozen layer.
   *
   * @param name the row and what the array is in it
   * @param initializer how it starts
   * @param shape its extents
   * @return the parameter
   */
  protected final Parameter untrained(String name, Initializer initializer, int... shape) {
    return place(name, false, initializer, shape);
  }

  /**
   * Makes the next state, which a stateful row keeps from batch to batch; it starts with 0.
   *
   * @param name the row and what the array is in it
   * @param shape its extents: first the examples of the largest batch
   * @return the parameter
   */
  protected final Parameter state(String name, int... shape) {
    Parameter state = untrained(name, Initializers.zeros(), shape);
    states.add(state, shape[0]);
    return state;
  }

  /**
   * Keeps a parameter within bounds from the first step on; how it starts is not constrained.
   *
   * @param parameter one that is trained
   * @param constraint the bounds
   * @param <P> its class
   * @return the parameter
   */
  protected final <P extends Parameter> P constrained(P parameter, Constraint constraint) {
    Constrain kernel = kernel(Constrain.class);
    int[] shape = parameter.shape();
    constraints.add(() -> constraint.apply(kernel, shape, parameter.value()));
    return parameter;
  }

  /**
   * Puts every parameter that has a constraint within its bounds, as behind each step of training;
   * allocates nothing. What a program writes into a parameter itself stays as it is until then.
   */
  public final void constrain() {
    for (int i = 0; i < constraints.size(); i++) {
      constraints.get(i).run();
    }
  }

  private static void requireOrder(boolean inOrder, String name) {
    if (!inOrder) {
      throw new IllegalStateException(
          name + " comes too late: weights are made first, and what is not trained last");
    }
  }

  private Parameter place(String name, boolean isTrained, Initializer initializer, int[] shape) {
    Buffer memory = values.slice(floats, Shapes.size(shape));
    return keep(new Parameter(this, name, shape, isTrained, floats, memory), initializer);
  }

  private <P extends Parameter> P keep(P parameter, Initializer initializer) {
    floats += parameter.size();
    parameter.set(initializer.draw(parameter.shape(), seed.stream(parameter.name())));
    parameters.add(parameter);
    return parameter;
  }

  /**
   * Where the network runs.
   *
   * @return the backend
   */
  public final Backend backend() {
    return backend;
  }

  /**
   * What the network runs on, for people.
   *
   * @return the device, in words
   */
  public final String device() {
    return backend.device();
  }

  /**
   * What everything random follows from.
   *
   * @return the seed
   */
  public final Seed seed() {
    return seed;
  }

  /**
   * Puts an optimizer to work on the parameters.
   *
   * @param optimizer the optimizer
   * @return its work, not begun
   * @throws IllegalArgumentException if the backend has no kernel for updates
   * @throws IllegalStateException if nothing is trained
   */
  public final Optimization optimize(Optimizer optimizer) {
    return new Optimization(
        optimizer, backend, values, gradientMemory(), decayed, ends(), tableRows());
  }

  /** Where each trained parameter ends. */
  private int[] ends() {
    return parameters.stream()
        .filter(Parameter::trained)
        .mapToInt(parameter -> parameter.at() + parameter.size())
        .toArray();
  }

  private List<TableRows> tableRows() {
    List<TableRows> rows = new ArrayList<>();
    tables.forEach(table -> rows.add(table.tableRows()));
    return rows;
  }

  /**
   * All arrays, in the order in which they lie: weights, what else is trained, what is not.
   *
   * @return the parameters
   */
  public final List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  /**
   * The array of a name.
   *
   * @param name such as {@code hidden1.weight}
   * @return the parameter
   * @throws IllegalArgumentException if there is none
   */
  public final Parameter parameter(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return parameter;
      }
    }
    throw new IllegalArgumentException("there is no parameter " + name + " among " + parameters);
  }

  /**
   * All parameters, one behind the other.
   *
   * @return the memory; what is written there is used from then on
   */
  public final Buffer values() {
    tables.forEach(Table::share);
    return values;
  }

  /** As {@link #values}, for who neither reads nor writes there. */
  final Buffer memory() {
    return values;
  }

  /**
   * How many floats are trained: so many of {@link #values}, from the first on.
   *
   * @return the number of floats
   */
  public final int trained() {
    return trained;
  }

  /**
   * The derivatives of the loss by what is trained, in the order of {@link #values}.
   *
   * @return the memory; made when it is first asked for
   * @throws IllegalStateException if nothing is trained
   */
  public final Buffer gradients() {
    tables.forEach(Table::share);
    return gradientMemory();
  }

  /** As {@link #gradients}, for the passes, which keep what is not in use at 0. */
  final Buffer gradientMemory() {
    if (trained == 0) {
      throw new IllegalStateException(
          owner + " has nothing to train: it has no parameters, or all are frozen");
    }
    if (!gradients.isPresent()) {
      gradients = Optional.of(backend.allocate(trained));
    }
    return gradients.get();
  }

  /**
   * What stateful rows remember.
   *
   * @return the states; none where no row is stateful
   */
  public final States states() {
    return states;
  }

  /** Lets every stateful row begin anew, without memory. */
  public final void resetStates() {
    states.reset();
  }

  final <K extends Kernel> K kernel(Class<K> type) {
    return backend
        .kernel(type)
        .orElseThrow(() -> new IllegalStateException("no kernel " + type.getSimpleName()));
  }
}
