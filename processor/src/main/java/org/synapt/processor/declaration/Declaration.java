package org.synapt.processor.declaration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.diagnostic.Origin;

/**
 * A network as declared.
 *
 * @param packageName its package; empty for the unnamed one
 * @param nesting its simple name, with those of the types around it, outermost first
 * @param rows its rows, in source order
 * @param budget what it may cost
 * @param readable whether all that stands on the type could be read
 * @param origin the type
 */
public record Declaration(
    String packageName,
    List<String> nesting,
    List<Row> rows,
    Optional<Mention> budget,
    boolean readable,
    Origin origin) {

  /** Copies the lists. */
  public Declaration {
    nesting = List.copyOf(nesting);
    rows = List.copyOf(rows);
  }

  /** A declaration that may cost whatever it does. */
  public Declaration(String packageName, List<String> nesting, List<Row> rows, Origin origin) {
    this(packageName, nesting, rows, Optional.empty(), true, origin);
  }

  /** The same with other rows. */
  public Declaration withRows(List<Row> changed) {
    return new Declaration(packageName, nesting, changed, budget, readable, origin);
  }

  /** {@code Outer.MnistMlp}. */
  public String name() {
    return String.join(".", nesting);
  }

  /** {@code Outer_MnistMlpNetwork}. */
  public String generatedName() {
    return String.join("_", nesting) + "Network";
  }

  /** {@code Outer_MnistMlpNd4j}. */
  public String adapterName() {
    return String.join("_", nesting) + "Nd4j";
  }

  /** Whether all types it names exist; else another processor may yet write them. */
  public boolean complete() {
    return readable && rows.stream().allMatch(Row::complete);
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
