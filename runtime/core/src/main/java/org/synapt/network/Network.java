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

/**
 * The base of generated networks: parameters on a backend, and the passes that use them.
 *
 * <p>Parameters lie in one buffer: first the weights, which weight decay concerns, then what else
 * is trained, then what no gradient moves, such as the statistics of a batch normalization and the
 * parameters of frozen layers. One thread at a time uses a network.
 */
public abstract class Network implements AutoCloseable {
  /** The most examples that {@code predict} takes at once; more are taken in turns. */
  protected static final int LARGEST_BATCH = 256;

  private final Backend backend;
  private final Seed seed;
  private final Signature signature;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Runnable> constraints = new ArrayList<>();
  private final Buffer values;
  private final Attachments attachments = new Attachments();
  private Optional<Buffer> gradients = Optional.empty();
  private Optional<PredictionPass> prediction = Optional.empty();
  private Optional<TrainingPass> training = Optional.empty();
  private int floats;
  private int decayed;
  private int trained;

  /**
   * A network with room for its parameters.
   *
   * @param backend where it runs, or which says what {@linkplain Backend#suited suits it}
   * @param seed what everything random follows from
   * @param signature what it takes and gives
   * @param kernels all that its passes use
   * @throws IllegalArgumentException if the backend lacks kernels; all of them are named
   */
  protected Network(
      Backend backend, Seed seed, Signature signature, List<Class<? extends Kernel>> kernels) {
    this.backend = backend.suited(signature.flops());
    this.seed = seed;
    this.signature = signature;
    requireKernels(kernels);
    this.values = this.backend.allocate(signature.parameters());
  }

  private void requireKernels(List<Class<? extends Kernel>> kernels) {
    List<String> missing = new ArrayList<>();
    for (Class<? extends Kernel> kernel : kernels) {
      if (!backend.kernel(kernel).isPresent()) {
        missing.add(kernel.getSimpleName());
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the backend "
              + backend.device()
              + " has no "
              + missing
              + ", which "
              + signature.name()
              + " needs");
    }
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
    decayed += Signature.size(shape);
    return parameter(name, initializer, shape);
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
    trained += Signature.size(shape);
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
   * Keeps a parameter within bounds from the first step on; how it starts is not constrained.
   *
   * @param parameter one that is trained
   * @param constraint the bounds
   * @return the parameter
   */
  protected final Parameter constrained(Parameter parameter, Constraint constraint) {
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
    int size = Signature.size(shape);
    Buffer memory = values.slice(floats, size);
    Parameter parameter = new Parameter(this, name, shape, isTrained, floats, memory);
    floats += size;
    parameter.set(initializer.draw(shape, seed.stream(name)));
    parameters.add(parameter);
    return parameter;
  }

  /**
   * The same network elsewhere: of the same seed, with copies of the parameters and of what is
   * attached. What is written to either later does not reach the other.
   *
   * @param backend where the copy runs
   * @return the copy
   * @throws IllegalArgumentException if the backend lacks kernels; all of them are named
   */
  public abstract Network on(Backend backend);

  /**
   * Copies parameters and what is attached.
   *
   * @param copy written; of the same class
   * @param <N> its class
   * @return the copy
   */
  protected final <N extends Network> N copyInto(N copy) {
    Network other = copy;
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      Values.copy(parameter.value(), other.parameters.get(i).value(), parameter.size());
    }
    for (String name : attachments.names()) {
      other.attachments.put(name, attachments.get(name));
    }
    return copy;
  }

  /**
   * Makes a pass that predicts.
   *
   * @param capacity its largest batch
   * @return the pass
   */
  protected abstract PredictionPass newPrediction(int capacity);

  /**
   * Makes a pass that trains.
   *
   * @param capacity its largest batch
   * @return the pass
   */
  protected abstract TrainingPass newTraining(int capacity);

  /**
   * The pass that predicts, with room for a batch; made anew where there is too little.
   *
   * @param batch the number of examples
   * @return the pass
   * @throws IllegalArgumentException if there are no examples, or more than memory can be indexed
   *     for
   */
  public final PredictionPass prediction(int batch) {
    requireBatch(batch);
    if (!prediction.isPresent() || prediction.get().capacity() < batch) {
      prediction = Optional.of(newPrediction(roomFor(batch)));
    }
    return prediction.get();
  }

  /** Room to grow, so that batches of 1, 2, 3 and so on do not make a pass each. */
  private static int roomFor(int batch) {
    return batch <= LARGEST_BATCH / 2 ? Integer.highestOneBit(2 * batch - 1) : batch;
  }

  /**
   * The pass that trains, with room for a batch; made anew where there is too little.
   *
   * @param batch the number of examples
   * @return the pass
   * @throws IllegalArgumentException if there are no examples, or more than memory can be indexed
   *     for
   */
  public final TrainingPass training(int batch) {
    requireBatch(batch);
    if (!training.isPresent() || training.get().capacity() < batch) {
      training = Optional.of(newTraining(batch));
    }
    return training.get();
  }

  private void requireBatch(int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException(
          signature.name() + " needs at least 1 example, not " + batch);
    }
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
   * Puts an optimizer to work on the parameters.
   *
   * @param optimizer the optimizer
   * @return its work, not begun
   * @throws IllegalArgumentException if the backend has no kernel for updates
   * @throws IllegalStateException if nothing is trained
   */
  public final Optimization optimize(Optimizer optimizer) {
    return new Optimization(optimizer, backend, values, gradients(), decayed, ends());
  }

  /** Where each trained parameter ends. */
  private int[] ends() {
    return parameters.stream()
        .filter(Parameter::trained)
        .mapToInt(parameter -> parameter.at() + parameter.size())
        .toArray();
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
   * What the network takes and gives.
   *
   * @return the signature
   */
  public final Signature signature() {
    return signature;
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
   * @return the memory
   */
  public final Buffer values() {
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
    if (trained == 0) {
      throw new IllegalStateException(
          signature.name() + " has nothing to train: it has no parameters, or all are frozen");
    }
    if (!gradients.isPresent()) {
      gradients = Optional.of(backend.allocate(trained));
    }
    return gradients.get();
  }

  /**
   * Numbers that are saved and loaded with the parameters, such as those of scalers.
   *
   * @return what is attached
   */
  public final Attachments attachments() {
    return attachments;
  }

  /**
   * The table of rows as Keras prints it.
   *
   * @return the table
   */
  public final String summary() {
    return Summary.of(signature, trained);
  }

  final <K extends Kernel> K kernel(Class<K> type) {
    return backend
        .kernel(type)
        .orElseThrow(() -> new IllegalStateException("no kernel " + type.getSimpleName()));
  }

  /**
   * Predicts for examples that lie in buffers of any kind, and writes into others.
   *
   * <p>The passes read and write where the buffers lie if this network's memory {@linkplain
   * Buffer#borrow can stand for it}, and copy once if not. Each {@value #LARGEST_BATCH} examples
   * are a turn; where buffers overlap, a turn reads before it writes. Allocates nothing but parts
   * of the buffers.
   *
   * @param examples how many
   * @param inputs read: the examples of each input, row-major, from its first float
   * @param outputs written: room for the predictions of each output, from its first float
   * @throws IllegalArgumentException if there are more or fewer buffers than inputs and outputs,
   *     one is too short, or a number is infinite or NaN
   */
  public final void predict(int examples, List<Buffer> inputs, List<Buffer> outputs) {
    Exchange.predict(this, examples, inputs, outputs);
  }

  /**
   * The value of a row for examples that lie in buffers of any kind, written into another.
   *
   * @param row the row's name; that of a block gives the value of the block
   * @param examples how many
   * @param inputs read: the examples of each input, row-major, from its first float
   * @param values written: the value of each example, one behind the other
   * @throws IllegalArgumentException if there is no such row, there are more or fewer buffers than
   *     inputs, one is too short, or a number is infinite or NaN
   */
  public final void value(String row, int examples, List<Buffer> inputs, Buffer values) {
    Exchange.value(this, row, examples, inputs, values);
  }

  /**
   * How many examples an array holds.
   *
   * @param name what the array is, for the message
   * @param values the array
   * @param perExample the floats of one example
   * @return the number of examples
   * @throws IllegalArgumentException if the floats do not divide evenly
   */
  protected static int examples(String name, float[] values, int perExample) {
    return Values.examples(name, values.length, perExample);
  }

  /**
   * Requires that an array holds as many examples as another.
   *
   * @param name what the array is, for the message
   * @param values the array
   * @param examples the number of examples
   * @param perExample the floats of one example
   * @throws IllegalArgumentException if it holds more or fewer
   */
  protected static void requireExamples(String name, float[] values, int examples, int perExample) {
    if (Values.examples(name, values.length, perExample) != examples) {
      throw new IllegalArgumentException(
          name
              + " holds "
              + values.length / perExample
              + " examples, but the first input "
              + examples);
    }
  }

  /**
   * Copies examples into an input.
   *
   * @param name what the array is, for the message
   * @param input written
   * @param batch the number of examples
   * @param perExample the floats of one example
   * @param source read
   * @param sourceAt where the first example begins
   * @throws IllegalArgumentException if the examples do not lie within the array, or a number is
   *     infinite or NaN
   */
  protected static void put(
      String name, Buffer input, int batch, int perExample, float[] source, int sourceAt) {
    int count = batch * perExample;
    Values.requireRange(name, source.length, sourceAt, count);
    Values.requireFinite(name, source, sourceAt, count);
    input.put(0, source, sourceAt, count);
  }

  /**
   * Copies predictions out of an output.
   *
   * @param name what the array is, for the message
   * @param output read
   * @param batch the number of examples
   * @param perExample the floats of one example
   * @param target written
   * @param targetAt where the first prediction goes
   * @throws IllegalArgumentException if the predictions do not lie within the array
   */
  protected static void get(
      String name, Buffer output, int batch, int perExample, float[] target, int targetAt) {
    int count = batch * perExample;
    Values.requireRange(name, target.length, targetAt, count);
    output.get(0, target, targetAt, count);
  }

  /** Lets go of the memory; the backend lives on. */
  @Override
  public void close() {
    prediction = Optional.empty();
    training = Optional.empty();
  }
}
