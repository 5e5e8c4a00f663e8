package org.synapt.nd4j;

import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.synapt.data.Examples;

/**
 * One pass after another over an iterator that is reset between them.
 *
 * @param <T> what it gives
 */
final class Passes<T> implements Supplier<Iterator<Examples>> {
  private final Iterator<T> iterator;
  private final BooleanSupplier resetSupported;
  private final Runnable reset;
  private final Function<T, Examples> change;
  private boolean begun;

  /**
   * Passes.
   *
   * @param resetSupported whether the iterator can be reset
   * @param reset resets it
   * @param change makes examples of what it gives
   */
  Passes(
      Iterator<T> iterator,
      BooleanSupplier resetSupported,
      Runnable reset,
      Function<T, Examples> change) {
    this.iterator = iterator;
    this.resetSupported = resetSupported;
    this.reset = reset;
    this.change = change;
  }

  /** Begins a pass; the one before it is over then. */
  @Override
  public Iterator<Examples> get() {
    if (resetSupported.getAsBoolean()) {
      reset.run();
    } else if (begun) {
      throw new IllegalStateException(
          iterator.getClass().getSimpleName()
              + " cannot be reset, so there is no second pass; train for one epoch");
    }
    begun = true;
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Examples next() {
        return change.apply(iterator.next());
      }
    };
  }
}
