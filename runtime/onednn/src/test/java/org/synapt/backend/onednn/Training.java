package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.synapt.backend.Backend;
import org.synapt.backend.java.BlockUpdate;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Moments;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.Update;
import org.synapt.optimizer.Optimization;
import org.synapt.optimizer.Optimizer;

/** Some steps of an optimizer on random gradients, on a backend with nothing but updates. */
final class Training {
  private static final int STEPS = 5;

  private Training() {}

  /** The parameters and then each moment after some steps, on heap arrays. */
  static List<float[]> onArrays(Optimizer optimizer, int floats) {
    try (Backend java = new JavaBackend(new Workers(1))) {
      return run(optimizer, java, floats);
    }
  }

  /** The same on native memory. */
  static List<float[]> onNativeMemory(Optimizer optimizer, int floats, int threads) {
    try (Backend updates = new Updates(threads)) {
      return run(optimizer, updates, floats);
    }
  }

  private static List<float[]> run(Optimizer optimizer, Backend backend, int floats) {
    Random random = new Random(floats);
    int decayed = floats - floats / 3;
    int[] ends = {floats / 2, decayed, floats};
    // Two more, which are not trained.
    Buffer parameters = filled(backend.allocate(floats + 2), random, 1);
    Buffer gradients = backend.allocate(floats);
    Optimization optimization =
        new Optimization(optimizer, backend, parameters, gradients, decayed, ends);
    for (int i = 0; i < STEPS; i++) {
      filled(gradients, random, i == 2 ? 1e-15f : 0.1f);
      optimization.step();
    }
    optimization.finish();
    List<float[]> state = new ArrayList<>();
    state.add(floats(parameters));
    optimization.moments().values().forEach(moment -> state.add(floats(moment)));
    return state;
  }

  static Buffer filled(Buffer buffer, Random random, float scale) {
    float[] floats = new float[buffer.length()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = scale * (float) random.nextGaussian();
    }
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  /** Native memory and a kernel for updates. */
  private static final class Updates implements Backend {
    private final Engine engine;

    Updates(int threads) {
      engine = new Engine(threads, Precision.FLOAT32);
    }

    @Override
    public String device() {
      return "updates";
    }

    @Override
    public Buffer allocate(int floats) {
      return new NativeBuffer(new NativeMemory(engine.ledger(), floats), 0, floats);
    }

    @Override
    public Buffer allocateMoments(int floats) {
      return Moments.of(floats);
    }

    @Override
    public <K extends Kernel> Optional<K> kernel(Class<K> type) {
      return type == Update.class
          ? Optional.of(type.cast(new BlockUpdate(engine.workers(), NativeWriting.BLOCKS)))
          : Optional.empty();
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
