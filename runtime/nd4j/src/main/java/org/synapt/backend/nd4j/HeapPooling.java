package org.synapt.backend.nd4j;

import org.synapt.backend.java.BlockRows;
import org.synapt.backend.java.RowStage;
import org.synapt.backend.java.Stage;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/** Java's pooling, on copies of a few examples at a time. */
final class HeapPooling implements Pooling {
  private static final Buffer NONE = Stage.none();

  private final BlockRows<Pooling> blocks;
  private final BlockRows.Block<Pooling> max = this::max;
  private final BlockRows.Block<Pooling> maxGradient = this::maxGradient;
  private final BlockRows.Block<Pooling> average = this::average;
  private final BlockRows.Block<Pooling> averageGradient = this::averageGradient;

  private Windows windows;
  private int channels;
  private int image;
  private int result;
  private Buffer images;
  private Buffer saved;
  private Buffer results;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  HeapPooling(Engine engine) {
    Workers workers = engine.here() ? engine.workers() : new Workers(1);
    blocks =
        new BlockRows<>(
            workers, Buffer::put, () -> engine.java().kernel(Pooling.class).orElseThrow());
  }

  @Override
  public void max(int batch, Windows windows, int channels, Buffer x, Buffer saved, Buffer y) {
    run(batch, windows, channels, x, saved, y, max);
  }

  @Override
  public void maxGradient(
      int batch, Windows windows, int channels, Buffer dy, Buffer saved, Buffer dx) {
    run(batch, windows, channels, dx, saved, dy, maxGradient);
  }

  @Override
  public void average(int batch, Windows windows, int channels, Buffer x, Buffer y) {
    run(batch, windows, channels, x, NONE, y, average);
  }

  @Override
  public void averageGradient(int batch, Windows windows, int channels, Buffer dy, Buffer dx) {
    run(batch, windows, channels, dx, NONE, dy, averageGradient);
  }

  private void run(
      int batch,
      Windows newWindows,
      int newChannels,
      Buffer newImages,
      Buffer newSaved,
      Buffer newResults,
      BlockRows.Block<Pooling> block) {
    windows = newWindows;
    channels = newChannels;
    image = windows.positions() * channels;
    result = windows.count() * channels;
    images = newImages;
    saved = newSaved;
    results = newResults;
    blocks.run(batch, image, block);
  }

  private void max(Pooling kernel, RowStage stage, int example, int count) {
    Buffer x = stage.read(0, images, example * image, count * image);
    Buffer y = stage.write(1, results, example * result, count * result);
    Buffer numbers =
        saved.length() == 0 ? NONE : stage.write(2, saved, example * result, count * result);
    kernel.max(count, windows, channels, x, numbers, y);
  }

  private void maxGradient(Pooling kernel, RowStage stage, int example, int count) {
    Buffer dx = stage.write(0, images, example * image, count * image);
    Buffer dy = stage.read(1, results, example * result, count * result);
    Buffer numbers = stage.read(2, saved, example * result, count * result);
    kernel.maxGradient(count, windows, channels, dy, numbers, dx);
  }

  private void average(Pooling kernel, RowStage stage, int example, int count) {
    Buffer x = stage.read(0, images, example * image, count * image);
    Buffer y = stage.write(1, results, example * result, count * result);
    kernel.average(count, windows, channels, x, y);
  }

  private void averageGradient(Pooling kernel, RowStage stage, int example, int count) {
    Buffer dx = stage.write(0, images, example * image, count * image);
    Buffer dy = stage.read(1, results, example * result, count * result);
    kernel.averageGradient(count, windows, channels, dy, dx);
  }
}
