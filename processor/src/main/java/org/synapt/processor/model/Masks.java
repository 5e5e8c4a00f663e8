package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.graph.Value;

/**
 * Which steps of a value count, while equations are written.
 *
 * <p>A mask belongs to a row and not to a value: a row that changes nothing may give the very value
 * of its operand and yet not the mask. Where a layer is applied to every step of a sequence, the
 * row keeps the sequence's mask whatever the layer does, which in turn may know or make one of what
 * is in a step: a row has a mask for each depth.
 */
final class Masks {
  /** A mask, and the row that made it. */
  private record Mask(Value value, String maker) {}

  private final Map<String, Map<Integer, Mask>> rows = new HashMap<>();
  private final List<LostMask> lost = new ArrayList<>();
  private final Map<Value, Mask> here = new HashMap<>();
  private final Set<Value> said = new HashSet<>();
  private final Set<Value> read = new HashSet<>();
  private int depth;

  /**
   * Begins a row: the masks of its operands are those of the rows that make them.
   *
   * @param folded how many extents count as examples in it
   */
  void begin(List<String> entries, List<Value> operands, int folded) {
    here.clear();
    said.clear();
    read.clear();
    depth = folded;
    for (int i = 0; i < entries.size(); i++) {
      Value operand = operands.get(i);
      of(entries.get(i), folded).ifPresent(mask -> here.putIfAbsent(operand, mask));
    }
  }

  private Optional<Mask> of(String entry, int folded) {
    return Optional.ofNullable(rows.getOrDefault(entry, Map.of()).get(folded));
  }

  /** The mask of a value in the row that is being written. */
  Optional<Value> of(Value value) {
    read.add(value);
    return Optional.ofNullable(here.get(value)).map(Mask::value);
  }

  boolean has(Value value) {
    return here.containsKey(value);
  }

  /** States the mask of a value in the row that is being written. */
  void put(Value value, Value mask) {
    here.put(value, new Mask(mask, ""));
    said.add(value);
  }

  /**
   * Ends a row: its mask is the one that its layer stated, else, where the layer keeps masks, the
   * first operand's that has one.
   *
   * @param result what the layer gave, before it got the row's name
   */
  void end(Entry entry, Value result, List<Value> operands) {
    if (entry.rule().isAlikeAtEveryStep() && !said.contains(result)) {
      inheritBelow(entry, entry.folded().rank() + 1);
      inheritDeeper(entry, entry.folded().rank());
      return;
    }
    inheritBelow(entry, depth);
    Optional<Mask> inherited = inherited(entry, depth);
    if (said.contains(result)) {
      Mask stated = Objects.requireNonNull(here.get(result));
      String maker = inherited.map(Mask::maker).orElse(entry.name());
      put(entry, depth, new Mask(stated.value(), maker));
    } else if (entry.rule().keepsMask()) {
      operands.stream()
          .filter(operand -> here.containsKey(operand) && haveSameSteps(operand, result))
          .findFirst()
          .ifPresent(operand -> put(entry, depth, Objects.requireNonNull(here.get(operand))));
      inheritDeeper(entry, depth);
    }
    if (of(entry.name(), depth).isEmpty() && read.stream().noneMatch(here::containsKey)) {
      inherited.ifPresent(mask -> lost.add(new LostMask(entry, mask.maker())));
    }
  }

  private void inheritBelow(Entry entry, int folds) {
    for (int i = 0; i < folds; i++) {
      int folded = i;
      inherited(entry, folded).ifPresent(mask -> put(entry, folded, mask));
    }
  }

  /** What keeps steps keeps what is in them, too. */
  private void inheritDeeper(Entry entry, int folded) {
    for (String operand : entry.operands()) {
      rows.getOrDefault(operand, Map.of())
          .forEach(
              (deeper, mask) -> {
                if (deeper > folded && of(entry.name(), deeper).isEmpty()) {
                  put(entry, deeper, mask);
                }
              });
    }
  }

  private Optional<Mask> inherited(Entry entry, int folded) {
    return entry.operands().stream().flatMap(operand -> of(operand, folded).stream()).findFirst();
  }

  private void put(Entry entry, int folded, Mask mask) {
    rows.computeIfAbsent(entry.name(), name -> new HashMap<>()).put(folded, mask);
  }

  /**
   * Whether an operand and what is made of it have the same steps, which broadcasting may change.
   */
  private static boolean haveSameSteps(Value operand, Value result) {
    return operand.shape().rank() == result.shape().rank()
        && operand.shape().extent(0) == result.shape().extent(0);
  }

  /** The masks that ended so far. */
  List<LostMask> lost() {
    return lost;
  }
}
