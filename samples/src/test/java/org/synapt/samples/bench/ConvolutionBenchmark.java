package org.synapt.samples.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Windows;

/** Convolutions with windows of 3x3 over padded images, in all three directions. */
public class ConvolutionBenchmark extends KernelState {
  /** Examples, side of the image, channels and filters. */
  @Param({"32x28x1x32", "32x28x32x32", "32x16x64x64", "1x28x32x32"})
  public String shape = "";

  private int batch;
  private int channels;
  private int filters;
  private Windows windows;
  private Convolution convolution;
  private Buffer x;
  private Buffer weight;
  private Buffer y;
  private Buffer dx;
  private Buffer dweight;

  @Override
  protected void prepare() {
    int[] sizes = sizes(shape);
    batch = sizes[0];
    channels = sizes[2];
    filters = sizes[3];
    windows = Windows.over(sizes[1], sizes[1]).sized(3, 3).padding(1, 1, 1, 1);
    convolution = kernel(Convolution.class);
    int positions = batch * windows.positions();
    x = numbers(positions * channels);
    dx = numbers(positions * channels);
    y = numbers(positions * filters);
    weight = numbers(9 * channels * filters);
    dweight = numbers(9 * channels * filters);
  }

  /** The result. */
  @Benchmark
  public void forward() {
    convolution.forward(batch, windows, channels, filters, 1, x, weight, y);
  }

  /** The gradient of the image. */
  @Benchmark
  public void dataGradient() {
    convolution.dataGradient(batch, windows, channels, filters, 1, y, weight, dx);
  }

  /** The gradient of the weight. */
  @Benchmark
  public void weightGradient() {
    convolution.weightGradient(batch, windows, channels, filters, 1, x, y, dweight);
  }
}
