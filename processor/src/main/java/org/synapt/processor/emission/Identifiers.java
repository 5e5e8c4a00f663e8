package org.synapt.processor.emission;

import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Java names for what the user named, all different, and none taken by the runtime. */
final class Identifiers {
  private final NameAllocator allocator = new NameAllocator();
  private final Map<String, String> names = new HashMap<>();

  Identifiers(Collection<String> taken) {
    taken.forEach(allocator::newName);
  }

  /**
   * {@code trunk[2].inner.weight} as {@code trunk2InnerWeight}; the same name for the same text.
   */
  String of(String text) {
    return names.computeIfAbsent(text, key -> allocator.newName(camel(key)));
  }

  /** {@code windows 3x3 over 28x28} as {@code WINDOWS_3X3_OVER_28X28}. */
  String constant(String words) {
    return names.computeIfAbsent(
        words, key -> allocator.newName(key.replace(' ', '_').toUpperCase(Locale.ROOT)));
  }

  private static String camel(String text) {
    StringBuilder name = new StringBuilder();
    boolean capital = false;
    for (char letter : text.toCharArray()) {
      if (Character.isJavaIdentifierPart(letter)) {
        name.append(capital ? Character.toUpperCase(letter) : letter);
        capital = false;
      } else {
        capital = name.length() > 0;
      }
    }
    return name.toString();
  }
}
