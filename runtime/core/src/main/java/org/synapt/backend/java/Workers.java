package org.synapt.backend.java;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A team of threads that shares out numbered tasks, the caller's thread among them.
 *
 * <p>Threads claim tasks, each its own first, so that what a task of the same number left in a
 * core's cache is found there again; then what nobody has claimed. The caller waits only for tasks
 * that somebody claimed: a worker that the machine does not let run delays nobody. A worker watches
 * for work for a moment after each run, then parks, and ends when it has been idle for long; the
 * next run starts it again. So a team that is never closed leaves nothing behind.
 *
 * <p>Which thread runs a task must not matter to its result.
 */
@SuppressWarnings("ThreadPriorityCheck") // Yielding costs nothing where nobody waits; parking does.
public final class Workers implements AutoCloseable {
  /** Work in numbered parts that may run in any order, at the same time, on any thread. */
  public interface Task {
    /**
     * Runs one part.
     *
     * @param task the number of the part
     */
    void run(int task);
  }

  /** How long a worker watches in a tight loop: about the time between two ops of a step. */
  private static final long SPIN_NANOS = 20_000;

  /** How long it then watches while it lets others run. Waking a parked one takes 10 µs or more. */
  private static final long YIELD_NANOS = 500_000;

  /** How long it stays parked before it ends. */
  private static final long PARK_NANOS = 5_000_000_000L;

  private static final int SPINS_PER_LOOK_AT_THE_CLOCK = 64;

  /** How many claims there are at most in a run; more tasks are claimed several at a time. */
  private static final int MOST_CLAIMS = 32;

  private final int threads;
  private final ThreadFactory factory;
  private final Worker[] others;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** The number of the run, in the upper half; below, a bit for each claim that nobody has made. */
  private final AtomicLong unclaimed = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private volatile Throwable failure;
  private volatile boolean closed;

  /** Written before {@code unclaimed} is, and not again until all tasks have finished. */
  private int tasks;

  private int claims;
  private Task task;

  /**
   * A team.
   *
   * @param threads how many work at the same time, the caller's included
   */
  public Workers(int threads) {
    this(threads, Thread::new);
  }

  /**
   * A team whose threads are made elsewhere.
   *
   * @param threads how many work at the same time, the caller's included
   * @param factory makes the others
   */
  public Workers(int threads, ThreadFactory factory) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    this.threads = threads;
    this.factory = factory;
    this.others = new Worker[threads - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Worker(i + 1);
    }
  }

  /**
   * How many threads work at the same time, the caller's included.
   *
   * @return the number of threads
   */
  public int threads() {
    return threads;
  }

  /**
   * Runs the tasks 0 up to {@code count} and returns when all have finished.
   *
   * <p>Runs them all on the caller's thread if the team is at work already, for this caller or for
   * another, or is closed.
   *
   * @param count how many tasks
   * @param parts the tasks
   * @throws RuntimeException what a task threw, once all have finished; likewise errors
   */
  public void run(int count, Task parts) {
    if (count < 2 || threads == 1 || closed || !busy.compareAndSet(false, true)) {
      for (int i = 0; i < count; i++) {
        parts.run(i);
      }
      return;
    }
    try {
      share(count, parts);
    } finally {
      task = null;
      busy.set(false);
    }
  }

  /** Ends the threads; runs after this stay on the caller's thread. */
  @Override
  public void close() {
    closed = true;
    for (Worker worker : others) {
      worker.wakeUp();
    }
  }

  private void share(int count, Task parts) {
    task = parts;
    tasks = count;
    claims = Math.min(count, MOST_CLAIMS);
    failure = null;
    unfinished.set(claims);
    long run = (unclaimed.get() >>> 32) + 1;
    unclaimed.set(run << 32 | ((1L << claims) - 1));
    for (int i = 0; i < others.length && i < claims - 1; i++) {
      others[i].call();
    }
    work(0);
    for (int spins = 0; unfinished.get() > 0; spins++) {
      if (spins > SPINS_PER_LOOK_AT_THE_CLOCK) {
        Thread.yield();
      }
    }
    rethrow(failure);
  }

  /** Claims and runs tasks while there are any, those of a thread's own number first. */
  private void work(int thread) {
    long own = 1L << thread % MOST_CLAIMS;
    for (long seen = unclaimed.get(); (int) seen != 0; seen = unclaimed.get()) {
      long claim = (seen & own) != 0 ? own : Long.highestOneBit(seen & 0xFFFF_FFFFL);
      // The claim fails if another or a whole run went by meanwhile: the upper half tells runs
      // apart.
      if (unclaimed.compareAndSet(seen, seen - claim)) {
        runTasks(Long.numberOfTrailingZeros(claim));
      }
    }
  }

  private void runTasks(int claim) {
    int end = Parts.begin(tasks, claim + 1, claims);
    for (int i = Parts.begin(tasks, claim, claims); i < end; i++) {
      try {
        task.run(i);
      } catch (Throwable e) {
        failure = e;
      }
    }
    unfinished.decrementAndGet();
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private boolean hasWork() {
    return (int) unclaimed.get() != 0;
  }

  /** One of the team's own threads, which comes and goes. */
  private final class Worker implements Runnable {
    private final int number;
    private volatile Thread thread;
    private volatile boolean parked;

    Worker(int number) {
      this.number = number;
    }

    /** Makes the worker see that there is work. Called by one thread at a time. */
    void call() {
      if (thread == null) {
        start();
      } else {
        wakeUp();
      }
    }

    private void start() {
      try {
        Thread started = factory.newThread(this);
        started.setName("synapt-java-" + number);
        started.setDaemon(true);
        thread = started;
        started.start();
      } catch (OutOfMemoryError e) {
        // The system gives no thread now. Those at work take this one's tasks; the next run asks
        // again.
        thread = null;
      }
    }

    void wakeUp() {
      if (parked) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      while (!closed && awaitWork()) {
        work(number);
      }
      thread = null;
    }

    /** Whether there is work; false once there has been none for long. */
    private boolean awaitWork() {
      long start = System.nanoTime();
      for (long waited = 0; waited < YIELD_NANOS; waited = System.nanoTime() - start) {
        for (int spins = 0; spins < SPINS_PER_LOOK_AT_THE_CLOCK; spins++) {
          if (hasWork()) {
            return true;
          }
        }
        if (waited > SPIN_NANOS) {
          Thread.yield();
        }
      }
      return parkUntilWork(System.nanoTime() + PARK_NANOS);
    }

    private boolean parkUntilWork(long deadline) {
      parked = true;
      try {
        while (!hasWork() && !closed) {
          long left = deadline - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          LockSupport.parkNanos(Workers.this, left);
          // Nobody has a reason to interrupt a worker, and an interrupt would keep it from parking.
          Thread.interrupted();
        }
        return true;
      } finally {
        parked = false;
      }
    }
  }
}
