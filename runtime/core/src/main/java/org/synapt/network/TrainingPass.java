package org.synapt.network;

import java.util.Arrays;
import java.util.List;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Share;

/**
 * A pass that also carries the gradient of the loss back to the parameters.
 *
 * <p>The loss is {@code Σ share · loss} over examples and outputs, where an example's share is the
 * output's weight over the batch, and the {@link #penalties} of regularizers. A step is: put inputs
 * and targets, {@link #share}, {@link #forward}, {@link #loss}, {@link #backward}.
 */
public abstract class TrainingPass extends Pass {
  private final Share total;
  private Buffer[] inputBuffers = {};
  private Buffer[] targetBuffers = {};
  private Buffer[] outputBuffers = {};
  private Buffer[] lossBuffers = {};
  private Buffer[] shareBuffers = {};
  private Buffer[] penaltyBuffers = {};
  private Buffer[] maskBuffers = {};
  private final float[] penalty = new float[1];
  private float[] shares = new float[0];
  private int sharedBatch;
  private boolean training = true;
  private long step;

  /**
   * A pass with an arena of its own.
   *
   * @param network the network whose parameters it uses
   * @param capacity the largest batch
   * @param perExample the arena's floats for each example
   * @param perBatch further floats, whatever the batch
   */
  protected TrainingPass(Network network, int capacity, int perExample, int perBatch) {
    super(network, capacity, perExample, perBatch);
    this.total = kernel(Share.class);
  }

  /**
   * A pass for some extents, which shares its arena with those for others.
   *
   * @param network the network whose parameters it uses
   * @param capacity the largest batch
   * @param perExample the arena's floats for each example
   * @param perBatch further floats, whatever the batch
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as far as there are such
   */
  protected TrainingPass(
      Network network, int capacity, long perExample, long perBatch, int... extents) {
    super(network, capacity, perExample, perBatch, extents);
    this.total = kernel(Share.class);
  }

  /**
   * Where the targets go, in the order of the outputs that have one of their own.
   *
   * @return the memory of each target
   */
  public abstract List<Buffer> targets();

  /**
   * Where {@link #forward} leaves the loss of each example, output by output.
   *
   * @return the memory of each output's losses, [capacity]
   */
  protected abstract List<Buffer> losses();

  /**
   * Where each example's share in the loss lies, output by output.
   *
   * @return the memory of each output's shares, [capacity]
   */
  protected abstract List<Buffer> shares();

  /**
   * Where {@link #forward} leaves what regularizers add to the loss, whatever the shares.
   *
   * @return the memory of each penalty, [1]; none unless a network says otherwise
   */
  protected List<Buffer> penalties() {
    return list();
  }

  /**
   * Where {@link #forward} leaves which steps count: 1 for each that does, else 0.
   *
   * @return the memory of the mask of each output that has one, in their order; none unless a
   *     network says otherwise
   */
  protected List<Buffer> masks() {
    return list();
  }

  /**
   * Writes the gradient of every parameter, for the batch that went forward.
   *
   * @param batch the number of examples
   */
  public abstract void backward(int batch);

  /**
   * Goes on from {@link #backward} to the gradients of the inputs.
   *
   * @param batch the number of examples
   */
  protected abstract void inputGradients(int batch);

  /**
   * Computes the gradient of the loss by parameters and inputs, as while evaluating: with nothing
   * random active, and normalized by moving statistics.
   *
   * @param batch how many examples inputs and targets hold
   */
  public final void gradients(int batch) {
    training(false);
    share(batch);
    forward(batch);
    backward(batch);
    inputGradients(batch);
  }

  /**
   * Copies examples into the inputs and targets; allocates nothing.
   *
   * @param batch the number of examples
   * @param inputs an array for each input, row-major from index 0
   * @param targets an array for each output that has a target of its own
   * @throws IndexOutOfBoundsException if an array is too short or the batch too large; what comes
   *     before it is written then
   */
  public final void put(int batch, float[][] inputs, float[][] targets) {
    prepare();
    for (int i = 0; i < inputBuffers.length; i++) {
      inputBuffers[i].put(0, inputs[i], 0, batch * (inputBuffers[i].length() / capacity()));
    }
    for (int i = 0; i < targetBuffers.length; i++) {
      targetBuffers[i].put(0, targets[i], 0, batch * (targetBuffers[i].length() / capacity()));
    }
  }

  /**
   * Copies the predictions of one output out; allocates nothing.
   *
   * @param batch the number of examples
   * @param output which output
   * @param predictions written from index 0
   */
  public final void get(int batch, int output, float[] predictions) {
    prepare();
    Buffer buffer = outputBuffers[output];
    buffer.get(0, predictions, 0, batch * (buffer.length() / capacity()));
  }

  /**
   * Copies out which steps of an output count; allocates nothing.
   *
   * @param batch the number of examples
   * @param output which output, one that is {@link OutputSpec#masked}
   * @param mask written from index 0: 1 for each step that counts, else 0
   */
  public final void mask(int batch, int output, float[] mask) {
    prepare();
    int place = 0;
    for (int i = 0; i < output; i++) {
      place += network().signature().outputs().get(i).masked() ? 1 : 0;
    }
    Buffer buffer = maskBuffers[place];
    buffer.get(0, mask, 0, batch * (buffer.length() / capacity()));
  }

  @Override
  void memoryWasShared() {
    sharedBatch = 0;
  }

  /** Asks once for the lists that every step walks. */
  private void prepare() {
    if (lossBuffers.length == 0) {
      inputBuffers = inputs().toArray(lossBuffers);
      targetBuffers = targets().toArray(lossBuffers);
      outputBuffers = outputs().toArray(lossBuffers);
      shareBuffers = shares().toArray(lossBuffers);
      penaltyBuffers = penalties().toArray(lossBuffers);
      maskBuffers = masks().toArray(lossBuffers);
      lossBuffers = losses().toArray(lossBuffers);
    }
  }

  /**
   * Gives every example of a batch the same share.
   *
   * @param batch the number of examples
   */
  public final void share(int batch) {
    if (batch == sharedBatch) {
      return;
    }
    prepare();
    if (shares.length < batch) {
      shares = new float[capacity()];
    }
    for (int output = 0; output < shareBuffers.length; output++) {
      float share = network().signature().outputs().get(output).weight() / batch;
      Arrays.fill(shares, 0, batch, share);
      shareBuffers[output].put(0, shares, 0, batch);
    }
    sharedBatch = batch;
  }

  /**
   * Gives every example of a batch a share of its own; allocates nothing.
   *
   * <p>An example's share is its weight times the output's, over the batch, whatever the weights
   * add up to.
   *
   * @param batch the number of examples
   * @param weights for each output the weight of each example; an empty array for 1 each
   */
  public final void share(int batch, float[][] weights) {
    boolean even = true;
    for (float[] each : weights) {
      even &= each.length == 0;
    }
    share(batch);
    for (int output = 0; output < weights.length && !even; output++) {
      float[] each = weights[output];
      if (each.length > 0) {
        float share = network().signature().outputs().get(output).weight() / batch;
        for (int i = 0; i < batch; i++) {
          shares[i] = share * each[i];
        }
        shareBuffers[output].put(0, shares, 0, batch);
        sharedBatch = 0;
      }
    }
  }

  /**
   * The loss of the batch that went forward, all outputs and penalties together.
   *
   * @param batch the number of examples
   * @return the loss
   */
  public final float loss(int batch) {
    float loss = 0;
    for (int output = 0; output < lossBuffers.length; output++) {
      loss += total.total(batch, lossBuffers[output], shareBuffers[output]);
    }
    for (Buffer each : penaltyBuffers) {
      each.get(0, penalty, 0, 1);
      loss += penalty[0];
    }
    return loss;
  }

  /**
   * The loss of one output, before its weight and without penalties.
   *
   * @param output which output
   * @param batch the number of examples
   * @return the loss
   */
  public final float loss(int output, int batch) {
    float weight = network().signature().outputs().get(output).weight();
    return total.total(batch, lossBuffers[output], shareBuffers[output]) / weight;
  }

  /**
   * Sets whether what is random, such as dropout, is active, and whether batches are normalized by
   * their own statistics, rather than by moving ones.
   *
   * @param on true to train, false to evaluate
   */
  public final void training(boolean on) {
    training = on;
  }

  /**
   * Whether this is to train, rather than to evaluate.
   *
   * @return what {@link #training(boolean)} was told last
   */
  protected final boolean training() {
    return training;
  }

  /**
   * Sets which step comes next; what is random follows from it and the network's seed.
   *
   * @param next the number of the step
   */
  public final void step(long next) {
    step = next;
  }

  /**
   * The rate of a dropout, or the deviation of noise: none while evaluating.
   *
   * @param rate the rate while training
   * @return the rate now
   */
  protected final float rate(float rate) {
    return training ? rate : 0f;
  }

  /**
   * What a random row's draws depend on in this step.
   *
   * @param row the number of the row
   * @return the key
   */
  protected final long key(int row) {
    return Seed.key(Seed.key(network().seed().value(), step), row);
  }
}
