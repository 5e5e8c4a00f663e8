package org.synapt.samples.bench;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrent;
import org.synapt.kernel.Update;
import org.synapt.kernel.Windows;

/**
 * What a call of a kernel has to do at least, whoever does it.
 *
 * <p>A product [m, k] · [k, n] takes 2 · m · k · n operations; so does a convolution, as a product
 * of windows and weights, each of its three directions, and a recurrent layer as its products of
 * inputs and states with their kernels. Of other kernels only memory is counted: each operand once,
 * and twice where it is read and written.
 *
 * @param operations the floating-point operations of products; 0 elsewhere
 * @param bytes read and written
 */
record Work(double operations, double bytes) {

  /** The work of a method of a kernel, called with some arguments. */
  static Work of(Class<? extends Kernel> op, String method, Object[] arguments) {
    return new Work(operations(op, method, arguments), Float.BYTES * floats(op, method, arguments));
  }

  private static double operations(Class<? extends Kernel> op, String method, Object[] arguments) {
    if (op == MatMul.class) {
      return 2 * product(arguments, 0, 3);
    } else if (op == BatchMatMul.class) {
      return 2 * product(arguments, 0, 4);
    } else if (op == Convolution.class) {
      Windows windows = (Windows) arguments[1];
      double perFilter = (double) windows.size() * (int) arguments[2] / (int) arguments[4];
      return 2.0 * (int) arguments[0] * windows.count() * perFilter * (int) arguments[3];
    }
    if (op == Recurrent.class) {
      Recurrence layer = (Recurrence) arguments[0];
      double forward = 2.0 * (int) arguments[1] * layer.steps() * layer.columns();
      return (method.equals("gradient") ? 2 : 1) * forward * (layer.inputs() + layer.units());
    }
    return 0;
  }

  private static double product(Object[] arguments, int from, int to) {
    double product = 1;
    for (int i = from; i < to; i++) {
      product *= (int) arguments[i];
    }
    return product;
  }

  private static double floats(Class<? extends Kernel> op, String method, Object[] arguments) {
    if (op == Update.class && method.equals("apply")) {
      double parameters = (int) arguments[1] - (int) arguments[0];
      return parameters * (3 + 2 * ((Buffer[]) arguments[5]).length);
    }
    double floats = 0;
    double last = 0;
    for (Object argument : arguments) {
      if (argument instanceof Buffer buffer) {
        last = buffer.length();
        floats += last;
      } else if (argument instanceof Buffer[] buffers) {
        floats += Arrays.stream(buffers).mapToDouble(Buffer::length).sum();
      }
    }
    // What is added to comes last, and is read as well.
    return method.contains("Add") ? floats + last : floats;
  }

  Work plus(Work other) {
    return new Work(operations + other.operations, bytes + other.bytes);
  }
}
