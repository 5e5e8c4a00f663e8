package org.synapt.processor.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.synapt.processor.declaration.Declaration;

/**
 * A declaration whose every row is understood.
 *
 * @param declaration what it was made of
 * @param entries inputs and layers, in an order in which they can run
 * @param outputs in the order of their rows
 */
public record Model(Declaration declaration, List<Entry> entries, List<OutputEntry> outputs) {

  /** Copies the lists. */
  public Model {
    entries = List.copyOf(entries);
    outputs = List.copyOf(outputs);
  }

  /**
   * Whether every row is understood. One may not be although nothing is wrong in the network
   * itself: it uses a block whose body is wrong, of which is told there.
   */
  public boolean isWhole() {
    Set<String> understood = entries.stream().map(Entry::outer).collect(toSet());
    return declaration.complete()
        && declaration.rows().stream()
            .allMatch(row -> row.layer() || understood.contains(row.name()));
  }

  public List<Entry> inputs() {
    return entries.stream().filter(Entry::input).toList();
  }

  public Entry entry(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return entries.stream().map(entry -> entry + "\n").collect(joining());
  }
}
