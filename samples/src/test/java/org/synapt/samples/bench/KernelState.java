package org.synapt.samples.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** A backend whose kernels are timed, with operands of random numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public abstract class KernelState {
  /** The name of the backend. */
  @Param({"java", "onednn"})
  public String backend = "";

  /** How many threads it has. */
  @Param({"1", "2"})
  public int threads;

  private final Random random = new Random(42);
  private Backend opened;

  /** Opens the backend. */
  @Setup
  public void open() {
    opened = Backends.open(backend, Map.of("threads", String.valueOf(threads)));
    prepare();
  }

  /** Makes kernel and operands. */
  protected abstract void prepare();

  /** Closes the backend. */
  @TearDown
  public void close() {
    opened.close();
  }

  /** The kernel of a type. */
  protected <K extends Kernel> K kernel(Class<K> type) {
    return opened.kernel(type).orElseThrow();
  }

  /** Memory with numbers from -1 to 1. */
  protected Buffer numbers(int floats) {
    float[] values = new float[floats];
    for (int i = 0; i < floats; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    Buffer buffer = opened.allocate(floats);
    buffer.put(0, values, 0, floats);
    return buffer;
  }

  /** Memory that only an update reads and writes, all 0. */
  protected Buffer moments(int floats) {
    return opened.allocateMoments(floats);
  }

  /** The numbers of {@code 100x784x500}. */
  protected static int[] sizes(String text) {
    return Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
  }
}
