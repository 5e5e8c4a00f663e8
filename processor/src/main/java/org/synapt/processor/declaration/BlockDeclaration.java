package org.synapt.processor.declaration;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.diagnostic.Origin;

/**
 * A user's own layer as declared.
 *
 * @param packageName its package; empty for the unnamed one
 * @param nesting its simple name, with those of the types around it, outermost first
 * @param members the attributes of its annotation
 * @param rows the rows of its body, in source order; none if there is no body, or none that can be
 *     read
 * @param fromSource whether its source is being compiled too; else it came in a jar and no place in
 *     it can be pointed at
 * @param origin the annotation type
 */
public record BlockDeclaration(
    String packageName,
    List<String> nesting,
    List<Member> members,
    List<Row> rows,
    boolean fromSource,
    Origin origin) {

  /** Copies the lists. */
  public BlockDeclaration {
    nesting = List.copyOf(nesting);
    members = List.copyOf(members);
    rows = List.copyOf(rows);
  }

  /** The annotation's simple name. */
  public String name() {
    return nesting.get(nesting.size() - 1);
  }

  /** {@code Outer_ResidualRows}, the class that says a body's rows where class files do not. */
  public String companionName() {
    return String.join("_", nesting) + "Rows";
  }

  /** {@code org.example.Outer.Residual}. */
  public String qualifiedName() {
    String name = String.join(".", nesting);
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  public Optional<Member> member(String member) {
    return members.stream().filter(it -> it.name().equals(member)).findFirst();
  }

  /** Whether all types it names exist. */
  public boolean complete() {
    return rows.stream().allMatch(Row::complete);
  }

  @Override
  public String toString() {
    return "@" + name() + rows;
  }
}
