package org.synapt.processor.cost;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.synapt.processor.plan.Place;

/** Places in the memory of a pass, which may overlap. */
public record Memory(Set<Place.Slot> slots) {
  static final Memory NONE = new Memory(Set.of());

  /** Copies the places. */
  public Memory {
    slots = Set.copyOf(slots);
  }

  static Memory of(Collection<Place> places) {
    Set<Place.Slot> slots = new HashSet<>();
    for (Place place : places) {
      if (place instanceof Place.Slot slot) {
        slots.add(slot);
      }
    }
    return new Memory(slots);
  }

  Memory and(Memory other) {
    Set<Place.Slot> both = new HashSet<>(slots);
    both.addAll(other.slots);
    return new Memory(both);
  }

  /** The bytes that they cover, for each example, if each symbol were 1. */
  public long bytes() {
    return slots.stream().collect(groupingBy(Place.Slot::symbols)).values().stream()
        .mapToLong(Memory::bytes)
        .sum();
  }

  /** Of slots in one region. */
  private static long bytes(List<Place.Slot> region) {
    List<Place.Slot> ordered =
        region.stream().sorted(Comparator.comparingInt(Place.Slot::at)).toList();
    long covered = 0;
    long end = 0;
    for (Place.Slot slot : ordered) {
      long to = (long) slot.at() + slot.floats();
      covered += Math.max(0, to - Math.max(end, slot.at()));
      end = Math.max(end, to);
    }
    return Float.BYTES * covered;
  }
}
