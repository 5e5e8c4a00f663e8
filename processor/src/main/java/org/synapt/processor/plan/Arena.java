package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.shape.Count;

/**
 * Memory of a pass: regions that follow one another, each for values of as many elements as the
 * same symbols say, so that where a value begins is a number times those, behind the regions
 * before.
 *
 * <pre>28 + any * 512 + any * any * 4</pre>
 *
 * @param regions how large each is; that of numbers comes first
 */
public record Arena(List<Count> regions) {
  /** Copies the list. */
  public Arena {
    regions = List.copyOf(regions);
  }

  /** The floats, if each symbol were 1. */
  public int floats() {
    long floats = regions.stream().mapToLong(Count::coefficient).sum();
    return (int) Math.min(floats, Integer.MAX_VALUE);
  }

  /** Where something begins that lies so far within the region of some symbols: a sum. */
  public List<Count> at(List<Integer> symbols, int position) {
    List<Count> sum = new ArrayList<>();
    for (Count region : regions) {
      if (region.symbols().equals(symbols)) {
        break;
      }
      sum.add(region);
    }
    if (position > 0) {
      sum.add(new Count(position, symbols));
    }
    return sum;
  }
}
