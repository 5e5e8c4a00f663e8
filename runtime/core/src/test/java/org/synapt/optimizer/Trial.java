package org.synapt.optimizer;

import java.util.Collections;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;

/** An optimizer at work on arrays, by gradients of one's choice. */
final class Trial {
  private final Buffer parameters;
  private final Buffer gradients;
  private final Optimization optimization;

  /** All parameters are one array of weights. */
  Trial(Optimizer optimizer, float... parameters) {
    this(optimizer, parameters.length, new int[] {parameters.length}, parameters);
  }

  /** The first {@code decayed} parameters are weights; arrays end at {@code ends}. */
  Trial(Optimizer optimizer, int decayed, int[] ends, float... parameters) {
    this(
        Backends.open("java", Collections.singletonMap("threads", "1")),
        optimizer,
        decayed,
        ends,
        parameters);
  }

  Trial(Backend backend, Optimizer optimizer, int decayed, int[] ends, float... parameters) {
    this.parameters = backend.allocate(parameters.length);
    this.parameters.put(0, parameters, 0, parameters.length);
    this.gradients = backend.allocate(ends[ends.length - 1]);
    this.optimization =
        new Optimization(optimizer, backend, this.parameters, gradients, decayed, ends);
  }

  Trial step(float... gradient) {
    gradients.put(0, gradient, 0, gradient.length);
    optimization.step();
    return this;
  }

  Optimization optimization() {
    return optimization;
  }

  float[] parameters() {
    return floats(parameters);
  }

  float[] moment(String name) {
    return floats(optimization.moments().get(name));
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }
}
