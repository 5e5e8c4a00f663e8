package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.synapt.processor.graph.Value;

/**
 * Gives every cell a place: the lowest position that is free from its first use to its last.
 *
 * <p>Large cells choose first. Source: Pisarchyk and Lee, Efficient Memory Management for Deep
 * Neural Net Inference, 2020, section 5, greedy by size.
 *
 * @param places where each value lies
 * @param perExample the arena's floats for each example
 * @param perBatch further floats
 */
record Placement(Map<Value, Place> places, int perExample, int perBatch) {

  static Placement of(Schedule schedule) {
    Map<Value, Cell> cells = Cells.of(schedule);
    List<Cell> arena = new LinkedHashSet<>(cells.values()).stream().filter(Cell::inArena).toList();
    Map<Cell, Integer> positions = new HashMap<>();
    int perExample = arrange(arena.stream().filter(Cell::batched).toList(), positions);
    int perBatch = arrange(arena.stream().filter(cell -> !cell.batched()).toList(), positions);
    Map<Value, Place> places = new HashMap<>();
    cells.forEach((value, cell) -> places.put(value, cell.at(positions.getOrDefault(cell, 0))));
    return new Placement(places, perExample, perBatch);
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
