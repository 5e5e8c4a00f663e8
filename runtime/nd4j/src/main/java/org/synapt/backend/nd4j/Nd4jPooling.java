package org.synapt.backend.nd4j;

import java.util.Optional;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/**
 * Pooling by ND4J's ops, for floats that Java does not reach; where it does, it is faster.
 *
 * <p>ND4J's maxima pass over NaN, and products with 0 spread NaN and infinity. So what maxima and
 * their gradients are taken of is added up first, and where the sum is not finite, Java takes them
 * on the heap. What is saved has one form.
 */
final class Nd4jPooling implements Pooling {
  /** What a call does if all that it reads is finite. */
  private record Prepared(FiniteSum sum, PreparedSteps steps) {
    void close() {
      steps.close();
    }
  }

  private final Engine engine;
  private final Pooling heap;
  private final MaxSteps max;
  private final MeanSteps mean;
  private final Calls<Prepared> maxima = new Calls<>(Prepared::close);
  private final Calls<PreparedSteps> means = new Calls<>(PreparedSteps::close);

  Nd4jPooling(Engine engine) {
    PoolingBlocks blocks = new PoolingBlocks(engine);
    this.engine = engine;
    heap = new HeapPooling(engine);
    max = new MaxSteps(engine, blocks);
    mean = new MeanSteps(engine, blocks);
  }

  /** The faster one. */
  static Pooling of(Engine engine) {
    return engine.here() ? new HeapPooling(engine) : new Nd4jPooling(engine);
  }

  @Override
  public void max(int batch, Windows windows, int channels, Buffer x, Buffer saved, Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer number = Nd4jBuffer.of(saved);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    describe(maxima, 0, batch, windows, channels).with(number.length());
    Optional<Prepared> known = maxima.with(from).with(number).with(to).find();
    Prepared call;
    if (known.isPresent()) {
      call = known.get();
    } else {
      PreparedSteps steps = max.max(batch, windows, channels, from, number, to);
      int count = batch * windows.positions() * channels;
      call = maxima.keep(new Prepared(new FiniteSum(engine, from, count), steps));
    }
    if (call.sum.isFinite()) {
      call.steps.run();
    } else {
      heap.max(batch, windows, channels, x, saved, y);
    }
  }

  @Override
  public void maxGradient(
      int batch, Windows windows, int channels, Buffer dy, Buffer saved, Buffer dx) {
    Nd4jBuffer from = Nd4jBuffer.of(dy);
    Nd4jBuffer number = Nd4jBuffer.of(saved);
    Nd4jBuffer to = Nd4jBuffer.of(dx);
    describe(maxima, 1, batch, windows, channels);
    Optional<Prepared> known = maxima.with(from).with(number).with(to).find();
    Prepared call;
    if (known.isPresent()) {
      call = known.get();
    } else {
      PreparedSteps steps = max.gradient(batch, windows, channels, from, number, to);
      int count = batch * windows.count() * channels;
      call = maxima.keep(new Prepared(new FiniteSum(engine, from, count), steps));
    }
    if (call.sum.isFinite()) {
      call.steps.run();
    } else {
      heap.maxGradient(batch, windows, channels, dy, saved, dx);
    }
  }

  @Override
  public void average(int batch, Windows windows, int channels, Buffer x, Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    Optional<PreparedSteps> known =
        describe(means, 0, batch, windows, channels).with(from).with(to).find();
    if (known.isPresent()) {
      known.get().run();
    } else {
      means.keep(mean.mean(batch, windows, channels, from, to)).run();
    }
  }

  @Override
  public void averageGradient(int batch, Windows windows, int channels, Buffer dy, Buffer dx) {
    Nd4jBuffer from = Nd4jBuffer.of(dy);
    Nd4jBuffer to = Nd4jBuffer.of(dx);
    Optional<PreparedSteps> known =
        describe(means, 1, batch, windows, channels).with(from).with(to).find();
    if (known.isPresent()) {
      known.get().run();
    } else {
      means.keep(mean.gradient(batch, windows, channels, from, to)).run();
    }
  }

  private static <T> Calls<T> describe(
      Calls<T> calls, int kind, int batch, Windows windows, int channels) {
    calls.begin(kind).with(batch).with(channels);
    return Field.describe(calls, windows);
  }
}
