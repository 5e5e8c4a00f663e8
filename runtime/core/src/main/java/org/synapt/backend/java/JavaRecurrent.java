package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrent;

/**
 * Recurrent layers over arrays: products over all steps as {@link Product} says, and between them
 * the recurrence, through all steps of which each thread takes a share of the examples.
 *
 * <p>{@link RecurrentCall} says what is saved.
 */
final class JavaRecurrent implements Recurrent {
  /** Work of a recurrence below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 18;

  /** The most examples at a time: U's panels are read once a step for all of them. */
  private static final int MOST = 32;

  private final Workers workers;
  private final Workers.Task forwardPart = this::forwardPart;
  private final Workers.Task backwardPart = this::backwardPart;
  private final RecurrentCall call = new RecurrentCall();
  private final RecurrentWeights weights = new RecurrentWeights();
  private final RecurrentProducts products;
  private final RecurrentWalk[] walks;
  private ArrayBuffer slopes = Stage.none();
  private ArrayBuffer innerSlopes = Stage.none();
  private int parts;

  JavaRecurrent(Workers workers) {
    this.workers = workers;
    this.products = new RecurrentProducts(call, workers);
    this.walks = new RecurrentWalk[workers.threads()];
    for (int i = 0; i < walks.length; i++) {
      walks[i] = new RecurrentWalk(call, weights);
    }
  }

  @Override
  public void forward(
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer recurrentKernel,
      Buffer bias,
      Buffer mask,
      Buffer recurrentMask,
      Buffer hidden,
      Buffer cell,
      Buffer saved,
      Buffer y) {
    call.describe(recurrence, batch);
    call.setX(x, kernel);
    call.setOperands(recurrentKernel, bias, mask, recurrentMask, saved);
    call.setStates(hidden, cell, y);
    weights.pack(call);
    run(forwardPart);
  }

  @Override
  public void gradient(
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer recurrentKernel,
      Buffer bias,
      Buffer mask,
      Buffer recurrentMask,
      Buffer saved,
      Buffer dy,
      Buffer dx,
      Buffer dkernel,
      Buffer drecurrentKernel,
      Buffer dbias,
      Buffer dhidden,
      Buffer dcell) {
    call.describe(recurrence, batch);
    call.setX(x, kernel);
    call.setOperands(recurrentKernel, bias, mask, recurrentMask, saved);
    call.setStates(dhidden, dcell, dy);
    slopes = fitting(slopes, call.rows() * call.columns);
    innerSlopes = fitting(innerSlopes, call.resetAfter ? call.rows() * call.units : 0);
    call.setSlopes(slopes, innerSlopes);
    call.setDx(dx);
    weights.packTransposed(call);
    run(backwardPart);
    products.dx();
    products.dkernel(dkernel);
    products.drecurrentKernel(drecurrentKernel);
    products.dbias(dbias);
  }

  private static ArrayBuffer fitting(ArrayBuffer buffer, int floats) {
    return buffer.length() < floats ? new ArrayBuffer(new float[floats], 0, floats) : buffer;
  }

  private void run(Workers.Task part) {
    parts = call.work() < PARALLEL ? 1 : Math.min(call.batch, workers.threads());
    workers.run(parts, part);
  }

  private void forwardPart(int i) {
    int end = Parts.begin(call.batch, i + 1, parts);
    int step;
    for (int from = Parts.begin(call.batch, i, parts); from < end; from += step) {
      step = examples(end - from);
      walks[i].forward(from, step);
    }
  }

  private void backwardPart(int i) {
    int end = Parts.begin(call.batch, i + 1, parts);
    int step;
    for (int from = Parts.begin(call.batch, i, parts); from < end; from += step) {
      step = examples(end - from);
      walks[i].backward(from, step);
    }
  }

  /** How many of those that are left come next: as many as then, or nearly so. */
  private static int examples(int left) {
    int times = (left + MOST - 1) / MOST;
    return (left + times - 1) / times;
  }
}
