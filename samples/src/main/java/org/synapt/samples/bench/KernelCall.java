package org.synapt.samples.bench;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrent;
import org.synapt.kernel.Update;
import org.synapt.kernel.Windows;

/** One place in a step of training where a kernel is called, and how long that took each time. */
final class KernelCall {
  private final Class<? extends Kernel> op;
  private final Method method;
  private final String shape;
  private final Work work;
  private long[] nanos = new long[64];
  private int count;

  KernelCall(Class<? extends Kernel> op, Method method, Object[] arguments) {
    this.op = op;
    this.method = method;
    this.shape = shape(op, arguments);
    this.work = Work.of(op, method.getName(), arguments);
  }

  /** {@code Convolution.forward}. */
  String name() {
    return op.getSimpleName() + "." + method.getName();
  }

  /** The numbers that the call is given, and its formula. */
  String shape() {
    return shape;
  }

  Work work() {
    return work;
  }

  boolean isTimed() {
    return count > 0;
  }

  void took(long elapsed) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = elapsed;
  }

  void forget() {
    count = 0;
  }

  /** The median of all times. */
  double seconds() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return count == 0 ? Double.NaN : sorted[count / 2] / 1e9;
  }

  private static String shape(Class<? extends Kernel> op, Object[] arguments) {
    List<String> formulas = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof Formula) {
        formulas.add(argument.toString());
      }
    }
    formulas.add(0, sizes(op, arguments));
    return String.join(", ", formulas);
  }

  private static String sizes(Class<? extends Kernel> op, Object[] arguments) {
    if (op == Update.class && arguments.length == 6) {
      return update(arguments);
    }
    if (op == Recurrent.class) {
      return recurrent((Recurrence) arguments[0], (int) arguments[1]);
    }
    boolean slides = op == Convolution.class || op == Pooling.class;
    return slides ? windows(op, arguments) : numbers(arguments);
  }

  /** {@code 648010, 2 moments}. */
  private static String update(Object[] arguments) {
    return ((int) arguments[1] - (int) arguments[0])
        + ", "
        + ((Buffer[]) arguments[5]).length
        + " moments";
  }

  /** {@code 32 of 80 x 128, lstm 128}. */
  private static String recurrent(Recurrence layer, int batch) {
    String cell = layer.cell().name().toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT,
        "%s of %s x %s, %s %s",
        batch,
        layer.steps(),
        layer.inputs(),
        cell,
        layer.units());
  }

  /** {@code 100 x 784 x 500}. */
  private static String numbers(Object[] arguments) {
    return Arrays.stream(arguments)
        .filter(Integer.class::isInstance)
        .map(String::valueOf)
        .collect(joining(" x "));
  }

  /** {@code 32 of 28x28x1 to 32, 3x3}. */
  private static String windows(Class<? extends Kernel> op, Object[] arguments) {
    Windows windows = (Windows) arguments[1];
    StringBuilder text = new StringBuilder();
    text.append(arguments[0]).append(" of ");
    for (int axis = 0; axis < windows.rank(); axis++) {
      text.append(windows.extent(axis)).append('x');
    }
    text.append(arguments[2]);
    if (op == Convolution.class) {
      text.append(" to ").append(arguments[3]);
    }
    for (int axis = 0; axis < windows.rank(); axis++) {
      text.append(axis == 0 ? ", " : "x").append(windows.size(axis));
    }
    return windows.stride(0) == 1 ? text.toString() : text + " by " + windows.stride(0);
  }
}
