package org.synapt.backend.nd4j;

import org.synapt.backend.java.ArrayBuffer;
import org.synapt.backend.java.BlockUpdate;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/**
 * Runs rules over heap tiles. Of memory that Java does not reach, the heap holds a mirror, for
 * which a range travels as a whole and not tile by tile.
 */
final class Nd4jUpdate implements Update {
  /** Floats that travel at a time: ND4J makes arrays as long as what it copies. */
  private static final int PIECE = 1 << 22;

  private final boolean here;
  private final BlockUpdate blocks;
  private ArrayBuffer parameterMirror = mirror(0);
  private ArrayBuffer gradientMirror = mirror(0);

  Nd4jUpdate(Engine engine) {
    this.here = engine.here();
    this.blocks = new BlockUpdate(engine.workers(), Buffer::put);
  }

  @Override
  public void apply(
      int from, int to, Rule rule, Buffer parameters, Buffer gradients, Buffer[] state) {
    if (here) {
      blocks.apply(from, to, rule, parameters, gradients, state);
      return;
    }
    parameterMirror = enough(parameterMirror, to);
    gradientMirror = enough(gradientMirror, to);
    read(parameters, from, to, parameterMirror);
    read(gradients, from, to, gradientMirror);
    blocks.apply(from, to, rule, parameterMirror, gradientMirror, state);
    write(parameters, from, to, parameterMirror);
    if (rule.writesGradients()) {
      write(gradients, from, to, gradientMirror);
    }
  }

  @Override
  public void squares(int[] ends, Buffer x, double[] sums) {
    int floats = ends.length == 0 ? 0 : ends[ends.length - 1];
    if (!here) {
      gradientMirror = enough(gradientMirror, floats);
      read(x, 0, floats, gradientMirror);
    }
    blocks.squares(ends, here ? x : gradientMirror, sums);
  }

  private static ArrayBuffer mirror(int floats) {
    return new ArrayBuffer(new float[floats], 0, floats);
  }

  private static ArrayBuffer enough(ArrayBuffer mirror, int floats) {
    return mirror.length() >= floats ? mirror : mirror(floats);
  }

  private static void read(Buffer there, int from, int to, ArrayBuffer mirror) {
    for (int at = from; at < to; at += Math.min(PIECE, to - at)) {
      there.get(at, ArrayBuffer.array(mirror), at, Math.min(PIECE, to - at));
    }
  }

  private static void write(Buffer there, int from, int to, ArrayBuffer mirror) {
    for (int at = from; at < to; at += Math.min(PIECE, to - at)) {
      there.put(at, ArrayBuffer.array(mirror), at, Math.min(PIECE, to - at));
    }
  }
}
