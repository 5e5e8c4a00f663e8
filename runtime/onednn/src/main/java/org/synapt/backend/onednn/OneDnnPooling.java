package org.synapt.backend.onednn;

import java.util.Arrays;
import java.util.Optional;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Stage;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/**
 * Pooling by oneDNN, a share of the examples for each thread.
 *
 * <p>oneDNN's max passes over NaN, and takes −∞ for the smallest finite float. So all x are looked
 * at first, and where one is not finite, Java takes the maxima; what is saved has one form.
 */
final class OneDnnPooling implements Pooling {
  private final Engine engine;
  private final Pooling java;
  private final Stage stage = new Stage(NativeWriting.BLOCKS);
  private final SavedNumbers numbers = new SavedNumbers();
  private final Calls<PoolingCall> calls = new Calls<>(PoolingCall::close);
  private final FiniteScan[] scans;
  private final boolean[] strange;
  private final Workers.Task part = this::part;
  private final Workers.Task maxPart = this::maxPart;

  private PoolingCall call;
  private Buffer x;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  OneDnnPooling(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.java = java.kernel(Pooling.class).orElseThrow();
    this.scans = new FiniteScan[engine.parts()];
    Arrays.setAll(scans, i -> new FiniteScan());
    this.strange = new boolean[engine.parts()];
  }

  @Override
  public void max(int batch, Windows windows, int channels, Buffer x, Buffer saved, Buffer y) {
    this.x = x;
    PoolingCall.Pass pass =
        saved.length() > 0 ? PoolingCall.Pass.TRAINING : PoolingCall.Pass.INFERENCE;
    call = call(true, pass, batch, windows, channels, x, saved, y);
    if (!call.fast()) {
      maxInJava(batch, windows, channels, x, stagedNumbers(saved, batch, windows, channels), y);
      stage.back();
      return;
    }
    engine.workers().run(call.parts(), maxPart);
    if (anyStrange()) {
      ArrayBuffer found = numbers.room(saved.length() > 0 ? call.results(call.groups()) : 0);
      maxInJava(batch, windows, channels, x, found, y);
      stage.back();
      if (saved.length() > 0) {
        numbers.write(call, NativeBuffer.of(saved));
      }
    }
    NativeBuffer.touch(saved);
    NativeBuffer.touch(y);
  }

  private Buffer stagedNumbers(Buffer saved, int batch, Windows windows, int channels) {
    int floats = batch * windows.count() * channels;
    return saved.length() > 0 ? stage.write(2, saved, floats) : Stage.none();
  }

  private void maxInJava(
      int batch, Windows windows, int channels, Buffer x, Buffer saved, Buffer y) {
    java.max(
        batch,
        windows,
        channels,
        stage.read(0, x, batch * windows.positions() * channels),
        saved,
        stage.write(1, y, batch * windows.count() * channels));
  }

  @Override
  public void maxGradient(
      int batch, Windows windows, int channels, Buffer dy, Buffer saved, Buffer dx) {
    call = call(true, PoolingCall.Pass.BACKWARD, batch, windows, channels, dx, saved, dy);
    if (call.fast()) {
      run(dx);
    } else {
      int results = batch * windows.count() * channels;
      java.maxGradient(
          batch,
          windows,
          channels,
          stage.read(1, dy, results),
          stage.read(2, saved, results),
          stage.write(0, dx, batch * windows.positions() * channels));
      stage.back();
    }
  }

  @Override
  public void average(int batch, Windows windows, int channels, Buffer x, Buffer y) {
    call = call(false, PoolingCall.Pass.INFERENCE, batch, windows, channels, x, x, y);
    if (call.fast()) {
      run(y);
    } else {
      java.average(
          batch,
          windows,
          channels,
          stage.read(0, x, batch * windows.positions() * channels),
          stage.write(1, y, batch * windows.count() * channels));
      stage.back();
    }
  }

  @Override
  public void averageGradient(int batch, Windows windows, int channels, Buffer dy, Buffer dx) {
    call = call(false, PoolingCall.Pass.BACKWARD, batch, windows, channels, dx, dx, dy);
    if (call.fast()) {
      run(dx);
    } else {
      java.averageGradient(
          batch,
          windows,
          channels,
          stage.read(1, dy, batch * windows.count() * channels),
          stage.write(0, dx, batch * windows.positions() * channels));
      stage.back();
    }
  }

  private PoolingCall call(
      boolean max,
      PoolingCall.Pass pass,
      int batch,
      Windows windows,
      int channels,
      Buffer x,
      Buffer saved,
      Buffer y) {
    Optional<PoolingCall> known =
        calls
            .begin(pass.ordinal())
            .with(max ? 1 : 0)
            .with(batch)
            .with(channels)
            .with(windows)
            .with(x)
            .with(saved)
            .with(y)
            .find();
    return known.isPresent()
        ? known.get()
        : calls.keep(new PoolingCall(engine, max, pass, batch, windows, channels, x, saved, y));
  }

  private void run(Buffer written) {
    engine.workers().run(call.parts(), part);
    NativeBuffer.touch(written);
  }

  private void part(int i) {
    for (int group = call.firstGroup(i); group < call.firstGroup(i + 1); group++) {
      call.run(group);
    }
  }

  private void maxPart(int i) {
    strange[i] = false;
    for (int group = call.firstGroup(i); group < call.firstGroup(i + 1); group++) {
      int at = call.images(group);
      strange[i] |= !scans[i].allFinite(x, at, call.images(group + 1) - at);
      call.run(group);
    }
  }

  private boolean anyStrange() {
    boolean any = false;
    for (int i = 0; i < call.parts(); i++) {
      any |= strange[i];
    }
    return any;
  }
}
