package org.synapt.processor.check;

import java.util.List;
import java.util.Objects;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.model.Entry;

/**
 * Where something is told that rows do together: in the body of a block if they do it whatever the
 * use, and then once for all uses; else in the network.
 */
final class Site {
  private final boolean body;

  private Site(boolean body) {
    this.body = body;
  }

  /**
   * The place for what follows from attributes of entries.
   *
   * @param attributes which; an entry need not have all of them
   */
  static Site of(List<Entry> entries, String... attributes) {
    String path = path(entries.get(0));
    return new Site(
        entries.stream().allMatch(entry -> path(entry).equals(path) && fixed(entry, attributes)));
  }

  static Site network() {
    return new Site(false);
  }

  boolean isBody() {
    return body;
  }

  /** {@code inner} in its body, {@code trunk[2].inner} in the network. */
  String name(Entry entry) {
    return body ? entry.name().substring(path(entry).length()) : entry.name();
  }

  /** Where an attribute of an entry stands. */
  Origin origin(Entry entry, String attribute) {
    return (body ? entry.written() : entry.layer()).origin(attribute);
  }

  /** What stands before an entry's name: {@code trunk[2].}; nothing outside of blocks. */
  static String path(Entry entry) {
    return entry.name().substring(0, entry.name().lastIndexOf('.') + 1);
  }

  private static boolean fixed(Entry entry, String... attributes) {
    if (path(entry).isEmpty() || entry.written().origin().equals(entry.layer().origin())) {
      return false;
    }
    for (String name : attributes) {
      Attribute attribute = entry.written().attributes().get(name);
      if (attribute != null && !fixed(attribute, entry.written().origin())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value stands in the body itself, and not in an annotation that uses the block. */
  private static boolean fixed(Attribute attribute, Origin body) {
    return sameElement(attribute.origin(), body)
        && (!(attribute.value() instanceof Mention nested)
            || nested.attributes().values().stream().allMatch(inner -> fixed(inner, body)));
  }

  private static boolean sameElement(Origin one, Origin other) {
    return one.element() != null && Objects.equals(one.element(), other.element());
  }
}
