package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives steps that write a place each as few places as will do: one is written again once nothing
 * reads it any more, by the very step that read it last if need be.
 *
 * <p>The result, which may be an operand, is such a place once no operand is read any more.
 */
final class PlaceSharing {
  private static final Place RESULT = new Place(Place.Kind.RESULT, Level.MATRIX, 0);

  private final List<OpStep> steps;
  private final Map<Place, Integer> lastReads = new HashMap<>();
  private final Map<Place, Place> shared = new HashMap<>();

  /** The scratch that is in use, level by level. */
  private final List<BitSet> taken = new ArrayList<>();

  private int lastOperand = -1;
  private boolean resultTaken;

  PlaceSharing(List<OpStep> steps) {
    this.steps = steps;
    for (Level level : Level.values()) {
      taken.add(level.ordinal(), new BitSet());
    }
    for (int i = 0; i < steps.size(); i++) {
      for (Place source : steps.get(i).sources()) {
        lastReads.put(source, i);
      }
      lastOperand = steps.get(i).readsOperand() ? i : lastOperand;
    }
  }

  List<OpStep> steps() {
    List<OpStep> result = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      OpStep step = steps.get(i);
      List<Place> sources =
          step.sources().stream().map(source -> shared.getOrDefault(source, source)).toList();
      for (Place source : step.sources()) {
        if (lastReads.getOrDefault(source, -1) == i && shared.containsKey(source)) {
          free(shared.get(source));
        }
      }
      Place target = i == steps.size() - 1 ? RESULT : take(step.target(), i);
      result.add(new OpStep(step.op(), step.numbers(), target, sources));
    }
    return List.copyOf(result);
  }

  private Place take(Place virtual, int step) {
    Level level = virtual.level();
    Place place;
    if (level == Level.MATRIX && step >= lastOperand && !resultTaken) {
      resultTaken = true;
      place = RESULT;
    } else {
      BitSet inUse = taken.get(level.ordinal());
      int index = inUse.nextClearBit(0);
      inUse.set(index);
      place = new Place(Place.Kind.SCRATCH, level, index);
    }
    shared.put(virtual, place);
    return place;
  }

  private void free(Place place) {
    if (place.kind() == Place.Kind.RESULT) {
      resultTaken = false;
    } else {
      taken.get(place.level().ordinal()).clear(place.index());
    }
  }
}
