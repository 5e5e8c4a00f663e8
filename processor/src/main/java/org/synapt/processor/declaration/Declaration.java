package org.synapt.processor.declaration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.synapt.processor.diagnostic.Origin;

/**
 * A network as declared.
 *
 * @param packageName its package; empty for the unnamed one
 * @param nesting its simple name, with those of the types around it, outermost first
 * @param rows its rows, in source order
 * @param origin the type
 */
public record Declaration(String packageName, List<String> nesting, List<Row> rows, Origin origin) {

  /** Copies the lists. */
  public Declaration {
    nesting = List.copyOf(nesting);
    rows = List.copyOf(rows);
  }

  /** {@code Outer.MnistMlp}. */
  public String name() {
    return String.join(".", nesting);
  }

  /** {@code Outer_MnistMlpNetwork}. */
  public String generatedName() {
    return String.join("_", nesting) + "Network";
  }

  /** Whether all types it names exist; else another processor may yet write them. */
  public boolean complete() {
    return rows.stream().allMatch(Row::complete);
  }

  /** The types that what is generated is a function of: this one, and every block it uses. */
  public Set<Origin> sources() {
    Set<Origin> sources = new LinkedHashSet<>(Set.of(origin));
    collect(rows, sources);
    return sources;
  }

  private static void collect(List<Row> rows, Set<Origin> sources) {
    for (Row row : rows) {
      for (Mention mention : row.mentions()) {
        mention.block().filter(BlockDeclaration::fromSource).ifPresent(it -> collect(it, sources));
      }
    }
  }

  private static void collect(BlockDeclaration block, Set<Origin> sources) {
    sources.add(block.origin());
    collect(block.rows(), sources);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name()).append('\n');
    rows.forEach(row -> text.append(row).append(' ').append(row.mentions()).append('\n'));
    return text.toString();
  }
}
