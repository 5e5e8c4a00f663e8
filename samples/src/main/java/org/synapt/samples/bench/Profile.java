package org.synapt.samples.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synapt.kernel.Kernel;

/**
 * The calls of kernels that a step of training makes: of each method the first, the second and so
 * on, for a step may leave some out, as where no row of a table has to catch up.
 */
final class Profile {
  private final List<KernelCall> calls = new ArrayList<>();
  private final Map<Method, List<KernelCall>> byMethod = new HashMap<>();
  private final Map<Method, Integer> next = new HashMap<>();

  /** Before each step. */
  void begin() {
    next.clear();
  }

  /** Forgets all times, as those of warming up. */
  void forget() {
    calls.forEach(KernelCall::forget);
  }

  /** Those that have been timed. */
  List<KernelCall> calls() {
    return calls.stream().filter(KernelCall::isTimed).toList();
  }

  private KernelCall call(Class<? extends Kernel> op, Method method, Object[] arguments) {
    List<KernelCall> places = byMethod.computeIfAbsent(method, key -> new ArrayList<>());
    int place = next.merge(method, 1, Integer::sum) - 1;
    if (place == places.size()) {
      places.add(new KernelCall(op, method, arguments));
      calls.add(places.get(place));
    }
    return places.get(place);
  }

  /** Calls a kernel and keeps how long it took. */
  Object timed(Class<? extends Kernel> op, Kernel kernel, Method method, Object[] arguments)
      throws Throwable {
    KernelCall call = call(op, method, arguments);
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
