package org.synapt.backend.nd4j;

import java.util.Optional;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Windows;

/** Convolutions by ND4J's copies and products, prepared once for each call. */
final class Nd4jConvolution implements Convolution {
  private static final int FORWARD = 0;
  private static final int DATA = 2;
  private static final int WEIGHT = 4;

  private final Engine engine;
  private final Pointwise pointwise;
  private final HeapConvolution heap;
  private final ConvolutionSteps products;
  private final ChannelSteps channels;
  private final Calls<PreparedSteps> calls = new Calls<>(PreparedSteps::close);

  Nd4jConvolution(Engine engine) {
    this.engine = engine;
    heap = new HeapConvolution(engine);
    pointwise = new Nd4jPointwise(engine);
    products = new ConvolutionSteps(engine);
    channels = new ChannelSteps(engine);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    run(FORWARD, batch, windows, channels, filters, groups, x, weight, y);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f) {
    run(FORWARD, batch, windows, channels, filters, groups, x, weight, y);
    pointwise.apply(batch * windows.count(), filters, f, y, y);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f,
      Buffer bias) {
    run(FORWARD, batch, windows, channels, filters, groups, x, weight, y);
    pointwise.apply(batch * windows.count(), filters, f, y, y, bias);
  }

  @Override
  public void forwardAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    run(FORWARD + 1, batch, windows, channels, filters, groups, x, weight, y);
  }

  @Override
  public void dataGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    run(DATA, batch, windows, channels, filters, groups, dy, weight, dx);
  }

  @Override
  public void dataGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    run(DATA + 1, batch, windows, channels, filters, groups, dy, weight, dx);
  }

  @Override
  public void weightGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    run(WEIGHT, batch, windows, channels, filters, groups, x, dy, dweight);
  }

  @Override
  public void weightGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    run(WEIGHT + 1, batch, windows, channels, filters, groups, x, dy, dweight);
  }

  private void run(
      int kind,
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer a,
      Buffer b,
      Buffer c) {
    Nd4jBuffer left = Nd4jBuffer.of(a);
    Nd4jBuffer right = Nd4jBuffer.of(b);
    Nd4jBuffer result = Nd4jBuffer.of(c);
    ConvolutionShape shape = new ConvolutionShape(batch, windows, channels, filters, groups);
    if (HeapConvolution.serves(engine, shape)) {
      run(kind, shape, left, right, result);
      return;
    }
    calls.begin(kind).with(batch).with(channels).with(filters).with(groups);
    Optional<PreparedSteps> known =
        Field.describe(calls, windows).with(left).with(right).with(result).find();
    if (known.isPresent()) {
      known.get().run();
    } else {
      calls.keep(make(kind, shape, left, right, result)).run();
    }
  }

  private void run(int kind, ConvolutionShape shape, Nd4jBuffer a, Nd4jBuffer b, Nd4jBuffer c) {
    boolean add = kind % 2 == 1;
    switch (kind - kind % 2) {
      case FORWARD -> heap.forward(shape, a, b, c, add);
      case DATA -> heap.dataGradient(shape, a, b, c, add);
      default -> heap.weightGradient(shape, a, b, c, add);
    }
  }

  private PreparedSteps make(
      int kind, ConvolutionShape shape, Nd4jBuffer a, Nd4jBuffer b, Nd4jBuffer c) {
    boolean add = kind % 2 == 1;
    boolean channelwise = ChannelSteps.serves(shape);
    return switch (kind - kind % 2) {
      case FORWARD ->
          channelwise
              ? channels.forward(shape, a, b, c, add)
              : products.forward(shape, a, b, c, add);
      case DATA ->
          channelwise
              ? channels.dataGradient(shape, a, b, c, add)
              : products.dataGradient(shape, a, b, c, add);
      default ->
          channelwise
              ? channels.weightGradient(shape, a, b, c, add)
              : products.weightGradient(shape, a, b, c, add);
    };
  }
}
