package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
  @Test
  void runsEachTaskOnce() {
    for (int threads = 1; threads <= 4; threads++) {
      try (Workers workers = new Workers(threads)) {
        for (int tasks = 0; tasks < 40; tasks++) {
          AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
          workers.run(tasks, runs::incrementAndGet);
          for (int i = 0; i < tasks; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
          }
        }
      }
    }
  }

  @Test
  void showsTheCallerWhatAllTasksWrote() {
    try (Workers workers = new Workers(3)) {
      int[] written = new int[64];
      for (int run = 1; run <= 20_000; run++) {
        int value = run;
        workers.run(written.length, task -> written[task] = value);
        int[] expected = new int[written.length];
        Arrays.fill(expected, value);
        assertThat(Arrays.equals(written, expected)).isTrue();
      }
    }
  }

  @Test
  void runsTasksAtTheSameTime() {
    try (Workers workers = new Workers(2)) {
      runsTwoAtTheSameTime(workers);
    }
  }

  @Test
  void doesAllTasksWhereTheSystemGivesNoThread() {
    AtomicInteger asked = new AtomicInteger();
    try (Workers workers = new Workers(3, work -> failingAtFirst(work, asked))) {
      for (int run = 0; run < 4; run++) {
        AtomicIntegerArray runs = new AtomicIntegerArray(50);
        workers.run(50, runs::incrementAndGet);
        for (int i = 0; i < 50; i++) {
          assertThat(runs.get(i)).isEqualTo(1);
        }
      }
      runsTwoAtTheSameTime(workers);
    }
    assertThat(asked.get()).isGreaterThan(2);
  }

  private static Thread failingAtFirst(Runnable work, AtomicInteger asked) {
    if (asked.incrementAndGet() > 2) {
      return new Thread(work);
    }
    return new Thread(work) {
      @Override
      public synchronized void start() {
        throw new OutOfMemoryError("unable to create native thread");
      }
    };
  }

  @Test
  void throwsWhatATaskThrewOnceAllHaveFinished() {
    try (Workers workers = new Workers(2)) {
      AtomicInteger finished = new AtomicInteger();
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  workers.run(
                      8,
                      task -> {
                        if (task == 3) {
                          throw new IllegalStateException("task 3");
                        }
                        finished.incrementAndGet();
                      }));
      assertThat(thrown).hasMessageThat().isEqualTo("task 3");
      assertThat(finished.get()).isEqualTo(7);
    }
  }

  @Test
  void worksOnAfterAnError() {
    try (Workers workers = new Workers(2)) {
      assertThrows(
          AssertionError.class,
          () ->
              workers.run(
                  4,
                  task -> {
                    throw new AssertionError();
                  }));
      AtomicInteger runs = new AtomicInteger();
      workers.run(4, task -> runs.incrementAndGet());
      assertThat(runs.get()).isEqualTo(4);
    }
  }

  @Test
  void runsANestedRunOnTheThreadThatAsksForIt() {
    try (Workers workers = new Workers(2)) {
      AtomicInteger elsewhere = new AtomicInteger();
      AtomicInteger runs = new AtomicInteger();
      workers.run(
          4,
          task -> {
            Thread outer = Thread.currentThread();
            workers.run(
                4,
                inner -> {
                  runs.incrementAndGet();
                  elsewhere.addAndGet(Thread.currentThread() == outer ? 0 : 1);
                });
          });
      assertThat(runs.get()).isEqualTo(16);
      assertThat(elsewhere.get()).isEqualTo(0);
    }
  }

  @Test
  void servesSeveralCallers() throws InterruptedException {
    try (Workers workers = new Workers(2)) {
      AtomicInteger runs = new AtomicInteger();
      Thread[] callers = new Thread[3];
      for (int i = 0; i < callers.length; i++) {
        callers[i] =
            new Thread(
                () -> {
                  for (int run = 0; run < 1_000; run++) {
                    workers.run(5, task -> runs.incrementAndGet());
                  }
                });
        callers[i].start();
      }
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(runs.get()).isEqualTo(15_000);
    }
  }

  @Test
  void wakesWorkersThatWentToSleep() throws InterruptedException {
    try (Workers workers = new Workers(2)) {
      workers.run(2, task -> {});
      Thread.sleep(50);
      runsTwoAtTheSameTime(workers);
    }
  }

  @Test
  void runsOnTheCallersThreadOnceClosed() {
    Workers workers = new Workers(2);
    workers.run(2, task -> {});
    workers.close();
    Thread caller = Thread.currentThread();
    AtomicInteger here = new AtomicInteger();
    workers.run(8, task -> here.addAndGet(Thread.currentThread() == caller ? 1 : 0));
    assertThat(here.get()).isEqualTo(8);
  }

  @Test
  void endsItsThreadsWhenClosed() throws InterruptedException {
    Workers workers = new Workers(2);
    Thread[] seen = new Thread[2];
    CountDownLatch bothHere = new CountDownLatch(2);
    workers.run(
        2,
        task -> {
          seen[task] = Thread.currentThread();
          bothHere.countDown();
          awaitQuietly(bothHere);
        });
    Thread other = seen[0] == Thread.currentThread() ? seen[1] : seen[0];
    assertThat(other.isDaemon()).isTrue();
    workers.close();
    other.join();
    assertThat(other.isAlive()).isFalse();
  }

  @Test
  void refusesFewerThreadsThanOne() {
    assertThrows(IllegalArgumentException.class, () -> new Workers(0));
  }

  private static void runsTwoAtTheSameTime(Workers workers) {
    CountDownLatch bothHere = new CountDownLatch(2);
    workers.run(
        2,
        task -> {
          bothHere.countDown();
          awaitQuietly(bothHere);
        });
    assertThat(bothHere.getCount()).isEqualTo(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
