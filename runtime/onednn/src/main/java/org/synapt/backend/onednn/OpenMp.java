package org.synapt.backend.onednn;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencl.User_func_Pointer;

/**
 * Keeps oneDNN's OpenMP to the thread that calls it: Java's threads share the work out, and two
 * teams that wait for each other in loops would halve both.
 *
 * <p>OpenMP asks each thread how many it may use, so every thread says so once. The bindings have
 * no {@code omp_set_num_threads}; a callback of one pointer has the same registers, and calls it.
 */
final class OpenMp {
  private static final String FUNCTION = "omp_set_num_threads";
  private static final Optional<User_func_Pointer> SET_THREADS = find();
  private static final ThreadLocal<Boolean> SAID = ThreadLocal.withInitial(OpenMp::say);

  private OpenMp() {}

  /** Whether OpenMP can be told at all; otherwise it has threads of its own, and we have one. */
  static boolean canBeTold() {
    return SET_THREADS.isPresent();
  }

  /** Has this thread's primitives run on this thread alone, from now on. */
  static void stayHere() {
    SAID.get();
  }

  private static Boolean say() {
    SET_THREADS.ifPresent(function -> function.call(new NativeMemory.Address(1)));
    return true;
  }

  private static Optional<User_func_Pointer> find() {
    for (Map.Entry<String, String> library : Loader.getLoadedLibraries().entrySet()) {
      if (library.getKey().contains("omp")) {
        Loader.loadGlobal(library.getValue());
      }
    }
    Pointer function = Loader.addressof(FUNCTION);
    if (function == null || function.isNull()) {
      return Optional.empty();
    }
    // Not a new PointerPointer: JavaCPP refuses to make one in a process that is larger than its
    // heap by much.
    PointerPointer<Pointer> cell = new PointerPointer<>(Pointer.calloc(2, Long.BYTES));
    return Optional.of(new User_func_Pointer(cell.put(0, function)));
  }
}
