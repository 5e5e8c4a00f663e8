package org.synapt.processor.check;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/** Which entries follow one another with no other way around them. */
final class Succession {
  private final Map<String, Entry> entries = new HashMap<>();

  /** How many take an entry's value; whoever predicts it is one of them. */
  private final Map<String, Integer> takers = new HashMap<>();

  private final Set<String> outputs;

  Succession(Model model) {
    for (Entry entry : model.entries()) {
      entries.put(entry.name(), entry);
      entry.operands().forEach(operand -> takers.merge(operand, 1, Integer::sum));
    }
    outputs = model.outputs().stream().map(OutputEntry::entry).collect(toSet());
    outputs.forEach(output -> takers.merge(output, 1, Integer::sum));
  }

  /** Whether the value of an entry is predicted. */
  boolean isOutput(Entry entry) {
    return outputs.contains(entry.name());
  }

  /**
   * The nearest entry above that computes something, if nothing but what only drops or rearranges
   * stands between and nobody else takes a value on the way.
   */
  Optional<Entry> before(Entry entry) {
    Optional<Entry> at = only(entry);
    while (at.filter(Upstream::passesOn).isPresent()) {
      at = only(at.get());
    }
    return at;
  }

  /** The operand of an entry that takes no other, if nobody else takes it. */
  Optional<Entry> only(Entry entry) {
    return entry.operands().size() == 1 && takers.getOrDefault(entry.operands().get(0), 0) == 1
        ? Optional.ofNullable(entries.get(entry.operands().get(0)))
        : Optional.empty();
  }
}
