package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Count;

/**
 * Gives every cell a place: the lowest position that is free from its first use to its last. Cells
 * of as many floats as the same symbols say are packed among themselves.
 *
 * <p>Large cells choose first. Source: Pisarchyk and Lee, Efficient Memory Management for Deep
 * Neural Net Inference, 2020, section 5, greedy by size.
 *
 * @param places where each value lies
 * @param examples the arena's floats for each example
 * @param batch further floats
 */
record Placement(Map<Value, Place> places, Arena examples, Arena batch) {
  /** Numbers first, then single symbols, then products. */
  private static final Comparator<List<Integer>> ORDER =
      Comparator.<List<Integer>>comparingInt(List::size).thenComparing(List::toString);

  static Placement of(Schedule schedule) {
    Map<Value, Cell> cells = Cells.of(schedule);
    List<Cell> arena = new LinkedHashSet<>(cells.values()).stream().filter(Cell::inArena).toList();
    Map<Cell, Integer> positions = new HashMap<>();
    Arena examples = regions(arena.stream().filter(Cell::batched).toList(), positions);
    Arena batch = regions(arena.stream().filter(cell -> !cell.batched()).toList(), positions);
    Map<Value, Place> places = new HashMap<>();
    cells.forEach((value, cell) -> places.put(value, cell.at(positions.getOrDefault(cell, 0))));
    return new Placement(places, examples, batch);
  }

  private static Arena regions(List<Cell> cells, Map<Cell, Integer> positions) {
    Map<List<Integer>, List<Cell>> bySymbols = new TreeMap<>(ORDER);
    cells.forEach(
        cell -> bySymbols.computeIfAbsent(cell.symbols(), s -> new ArrayList<>()).add(cell));
    List<Count> regions = new ArrayList<>();
    bySymbols.forEach((symbols, own) -> regions.add(new Count(arrange(own, positions), symbols)));
    return new Arena(regions);
  }

  private static int arrange(List<Cell> cells, Map<Cell, Integer> positions) {
    List<Cell> bySize = new ArrayList<>(cells);
    bySize.sort(Comparator.comparingInt(Cell::floats).reversed().thenComparing(Cell::from));
    List<Cell> placed = new ArrayList<>();
    int floats = 0;
    for (Cell cell : bySize) {
      int position = lowest(cell, placed, positions);
      positions.put(cell, position);
      placed.add(cell);
      floats = Math.max(floats, plus(position, cell.floats()));
    }
    return floats;
  }

  private static int lowest(Cell cell, List<Cell> placed, Map<Cell, Integer> positions) {
    List<Cell> inTheWay =
        placed.stream().filter(cell::meets).sorted(Comparator.comparing(positions::get)).toList();
    int position = 0;
    for (Cell other : inTheWay) {
      int taken = positions.getOrDefault(other, 0);
      if (taken >= plus(position, cell.floats())) {
        break;
      }
      position = Math.max(position, plus(taken, other.floats()));
    }
    return position;
  }

  /** As much as an int counts, where it is that much or more. */
  private static int plus(int a, int b) {
    return (int) Math.min((long) a + b, Integer.MAX_VALUE);
  }
}
