package org.synapt.samples.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/** Pooling by windows of 2x2, forward and backward. */
public class PoolingBenchmark extends KernelState {
  /** Examples, side of the image and channels. */
  @Param({"32x26x32", "128x26x32", "1x26x32"})
  public String shape = "";

  private int batch;
  private int channels;
  private Windows windows;
  private Pooling pooling;
  private Buffer x;
  private Buffer saved;
  private Buffer y;
  private Buffer dx;

  @Override
  protected void prepare() {
    int[] sizes = sizes(shape);
    batch = sizes[0];
    channels = sizes[2];
    windows = Windows.over(sizes[1], sizes[1]).sized(2, 2).strides(2, 2);
    pooling = kernel(Pooling.class);
    x = numbers(batch * windows.positions() * channels);
    dx = numbers(x.length());
    y = numbers(batch * windows.count() * channels);
    saved = numbers(y.length());
    max();
  }

  /** The largest of each window. */
  @Benchmark
  public void max() {
    pooling.max(batch, windows, channels, x, saved, y);
  }

  /** Its gradient. */
  @Benchmark
  public void maxGradient() {
    pooling.maxGradient(batch, windows, channels, y, saved, dx);
  }

  /** The mean of each window. */
  @Benchmark
  public void average() {
    pooling.average(batch, windows, channels, x, y);
  }

  /** Its gradient. */
  @Benchmark
  public void averageGradient() {
    pooling.averageGradient(batch, windows, channels, y, dx);
  }
}
