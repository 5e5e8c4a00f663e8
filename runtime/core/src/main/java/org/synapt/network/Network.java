package org.synapt.network;

import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/**
 * The base of generated networks: parameters on a backend, and the passes that use them.
 *
 * <p>Parameters lie in one buffer: first the weights, which weight decay concerns, then what else
 * is trained, then what no gradient moves, such as the statistics of a batch normalization and the
 * parameters of frozen layers. One thread at a time uses a network.
 */
public abstract class Network extends Inventory implements AutoCloseable {
  /** The most examples that {@code predict} takes at once; more are taken in turns. */
  protected static final int LARGEST_BATCH = 256;

  private static final int[] NO_EXTENTS = {};

  private final Signature signature;
  private final Attachments attachments = new Attachments();
  private final Passes<PredictionPass> predictions = new Passes<>(this::newPrediction);
  private final Passes<TrainingPass> trainings = new Passes<>(this::newTraining);

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
    super(backend.suited(cost(signature)), seed, signature, kernels);
    this.signature = signature;
  }

  /** What a prediction costs; nobody knows where each batch decides how long it is. */
  private static long cost(Signature signature) {
    return signature.extents() == 0 ? signature.flops() : 0;
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
    for (int i = 0; i < parameters().size(); i++) {
      parameters().get(i).get(other.parameters().get(i).current());
    }
    for (String name : attachments.names()) {
      other.attachments.put(name, attachments.get(name));
    }
    for (String name : attachments.textNames()) {
      other.attachments.putTexts(name, attachments.texts(name));
    }
    return copy;
  }

  /**
   * Makes a pass that predicts; a network overrides this or {@link #newPrediction(int, int[])}.
   *
   * @param capacity its largest batch
   * @return the pass
   */
  protected PredictionPass newPrediction(int capacity) {
    throw new IllegalStateException(signature.name() + " makes no passes that predict");
  }

  /**
   * Makes a pass that predicts for some extents.
   *
   * @param capacity its largest batch
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as far as the network has
   *     them
   * @return the pass
   */
  protected PredictionPass newPrediction(int capacity, int[] extents) {
    return newPrediction(capacity);
  }

  /**
   * Makes a pass that trains; a network overrides this or {@link #newTraining(int, int[])}.
   *
   * @param capacity its largest batch
   * @return the pass
   */
  protected TrainingPass newTraining(int capacity) {
    throw new IllegalStateException(signature.name() + " makes no passes that train");
  }

  /**
   * Makes a pass that trains for some extents.
   *
   * @param capacity its largest batch
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as far as the network has
   *     them
   * @return the pass
   */
  protected TrainingPass newTraining(int capacity, int[] extents) {
    return newTraining(capacity);
  }

  /**
   * The pass that predicts, with room for a batch; made anew where there is too little.
   *
   * @param batch the number of examples
   * @return the pass
   * @throws IllegalArgumentException if there are no examples, or more than memory can be indexed
   *     for, or the network has extents that each batch decides
   */
  public final PredictionPass prediction(int batch) {
    return prediction(batch, NO_EXTENTS);
  }

  /**
   * The pass that predicts for some extents, with room for a batch. Passes of the same network
   * share memory: what one holds is gone once another is asked for.
   *
   * @param batch the number of examples
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as many as {@link
   *     Signature#extents} says; 1 for one that the network has not
   * @return the pass
   * @throws IllegalArgumentException if there are no examples, or more than memory can be indexed
   *     for, or there are more or fewer extents, or one is below 1
   */
  public final PredictionPass prediction(int batch, int... extents) {
    require(batch, extents);
    return predictions.of(batch, roomFor(batch), extents);
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
   *     for, or the network has extents that each batch decides
   */
  public final TrainingPass training(int batch) {
    return training(batch, NO_EXTENTS);
  }

  /**
   * The pass that trains for some extents, with room for a batch. Passes of the same network share
   * memory: what one holds is gone once another is asked for.
   *
   * @param batch the number of examples
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as many as {@link
   *     Signature#extents} says; 1 for one that the network has not
   * @return the pass
   * @throws IllegalArgumentException if there are no examples, or more than memory can be indexed
   *     for, or there are more or fewer extents, or one is below 1
   */
  public final TrainingPass training(int batch, int... extents) {
    require(batch, extents);
    return trainings.of(batch, batch, extents);
  }

  /** The memory of a pass: its own, or what those for other extents use too. */
  final Buffer arena(Pass pass, int floats) {
    if (pass.extents().length == 0) {
      return backend().allocate(floats);
    }
    Passes<?> passes = pass instanceof TrainingPass ? trainings : predictions;
    return passes.shared(backend(), floats);
  }

  private void require(int batch, int[] extents) {
    if (batch < 1) {
      throw new IllegalArgumentException(
          signature.name() + " needs at least 1 example, not " + batch);
    }
    signature.requireExtents(extents);
    states().requireRoom(signature.name(), batch);
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
   * Numbers and texts that are saved and loaded with the parameters, such as those of scalers, or a
   * vocabulary.
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
    return Summary.of(signature, trained());
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

  /** Lets go of the memory; the backend lives on. */
  @Override
  public void close() {
    predictions.clear();
    trainings.clear();
  }
}
