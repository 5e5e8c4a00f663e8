package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.data.DatasetTest.chunks;
import static org.synapt.data.DatasetTest.counted;
import static org.synapt.data.DatasetTest.epoch;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("D15")
@Timeout(30)
final class PrefetchTest {

  @AfterEach
  void leavesNoThreadRunning() {
    assertThat(readers()).isEqualTo(0);
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("synapt-prefetch"))
        .count();
  }

  /** An endless generator that counts what it gave and whether it was closed. */
  private static final class Endless implements Iterator<Examples>, AutoCloseable {
    final AtomicInteger given = new AtomicInteger();
    final AtomicBoolean closed = new AtomicBoolean();
    final Semaphore came = new Semaphore(0);

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Examples next() {
      given.incrementAndGet();
      came.release();
      return counted(0, 10);
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Test
  void givesTheSameExamplesInTheSameOrder() {
    Dataset dataset = chunks(30, 1, 69).shuffle(20, 7).repeat(2);

    for (int ahead = 1; ahead < 5; ahead++) {
      assertThat(epoch(dataset.prefetch(ahead), 1)).isEqualTo(epoch(dataset, 1));
    }
    assertThat(epoch(chunks(30, 1, 69).prefetch(1).shuffle(20, 7).prefetch(3).repeat(2), 1))
        .isEqualTo(epoch(dataset, 1));
  }

  @Test
  void readsNoFurtherAheadThanItWasTold() throws InterruptedException {
    Endless endless = new Endless();

    try (DatasetCursor cursor = Dataset.generate(() -> endless).prefetch(3).open(0)) {
      assertThat(cursor.columns().inputs()).hasSize(1);
      // The one that was taken, three in the queue, and one that waits to get in.
      endless.came.acquire(5);
      assertThat(endless.came.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(endless.given.get()).isEqualTo(5);
    }
    assertThat(endless.closed.get()).isTrue();
  }

  @Test
  void endsItsThreadWhenItIsClosedEarly() {
    Endless endless = new Endless();
    DatasetCursor cursor = Dataset.generate(() -> endless).prefetch(2).open(0);

    assertThat(readers()).isEqualTo(1);
    cursor.close();

    assertThat(readers()).isEqualTo(0);
    assertThat(endless.closed.get()).isTrue();
  }

  @Test
  void endsAThreadThatWaitsInsideTheUsersCode() throws InterruptedException {
    CountDownLatch waits = new CountDownLatch(1);
    Dataset dataset =
        chunks(5, 5)
            .flatMap(
                chunk -> {
                  if (chunk.input("x").value(0, 0) > 0) {
                    waits.countDown();
                    sleepForLong();
                  }
                  return chunk;
                })
            .prefetch(1);

    DatasetCursor cursor = dataset.open(0);
    waits.await();
    cursor.close();

    assertThat(readers()).isEqualTo(0);
  }

  private static void sleepForLong() {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      // Swallowed, as users do.
    }
  }

  @Test
  void endsItsThreadWhenAnExceptionLeavesTheLoop() {
    assertThrows(
        ArithmeticException.class,
        () -> {
          try (DatasetCursor cursor = chunks(5, 5, 5).prefetch(1).open(0)) {
            cursor.begin(0);
            throw new ArithmeticException();
          }
        });
  }

  @Test
  void tellsOfAnInterruptionAndKeepsIt() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Dataset dataset =
        Dataset.read(
            () ->
                new ExampleReader() {
                  @Override
                  public Optional<Examples> read() {
                    try {
                      never.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                  }

                  @Override
                  public void close() {}
                });

    Thread.currentThread().interrupt();
    DatasetException thrown =
        assertThrows(DatasetException.class, () -> dataset.prefetch(1).open(0));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).hasMessageThat().contains("interrupted while waiting");
    assertThat(thrown).hasCauseThat().isInstanceOf(InterruptedException.class);
    for (int i = 0; i < 1_000 && readers() > 0; i++) {
      Thread.sleep(10);
    }
  }

  @Test
  void handsErrorsOverToo() {
    AssertionError error = new AssertionError("the generator's own");
    Dataset dataset =
        chunks(3)
            .map(
                chunk -> {
                  throw error;
                })
            .prefetch(1);

    assertThat(assertThrows(AssertionError.class, () -> dataset.open(0))).isSameInstanceAs(error);
  }

  @Test
  void goesOnInTheSameThreadWhereEpochsContinue() {
    Endless endless = new Endless();
    float[][] x = {new float[30]};
    float[][] y = {new float[15]};
    Dataset dataset = Dataset.generate(() -> endless).prefetch(1).continuing();

    try (DatasetCursor cursor = dataset.open(0)) {
      for (int epoch = 0; epoch < 3; epoch++) {
        cursor.begin(epoch);
        assertThat(cursor.fill(15, x, y, new float[0][])).isEqualTo(15);
        assertThat(x[0][0]).isEqualTo(epoch % 2 == 0 ? 0f : 5f);
        assertThat(readers()).isEqualTo(1);
      }
    }
  }
}
