package org.synapt.samples.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.synapt.kernel.Kernel;

/** The calls of kernels that a step of training makes, always the same ones in the same order. */
final class Profile {
  private final List<KernelCall> calls = new ArrayList<>();
  private int next;

  /** Before each step. */
  void begin() {
    next = 0;
  }

  /** Forgets all times, as those of warming up. */
  void forget() {
    calls.forEach(KernelCall::forget);
  }

  List<KernelCall> calls() {
    return Collections.unmodifiableList(calls);
  }

  /** Calls a kernel and keeps how long it took. */
  Object timed(Class<? extends Kernel> op, Kernel kernel, Method method, Object[] arguments)
      throws Throwable {
    if (next == calls.size()) {
      calls.add(new KernelCall(op, method, arguments));
    }
    KernelCall call = calls.get(next++);
    if (!call.isOf(method)) {
      throw new IllegalStateException("a step called " + method + " where before " + call.name());
    }
    try {
      long from = System.nanoTime();
      Object result = method.invoke(kernel, arguments);
      call.took(System.nanoTime() - from);
      return result;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
