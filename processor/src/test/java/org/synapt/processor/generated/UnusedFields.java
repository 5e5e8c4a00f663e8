package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds private fields that nothing reads, type by type. */
final class UnusedFields {
  private static final Pattern TYPE = Pattern.compile("(?m)^  private (?:static )?final class ");
  private static final Pattern FIELD = Pattern.compile("(?m)^ *private final \\S+ (\\w+) =");

  private UnusedFields() {}

  static void requireNone(String name, String source) {
    for (String type : TYPE.split(source)) {
      Matcher field = FIELD.matcher(type);
      while (field.find()) {
        String inScope = type.startsWith("package") ? source : type;
        long uses =
            Pattern.compile("\\b" + field.group(1) + "\\b(?!\\()")
                .matcher(inScope)
                .results()
                .count();
        assertWithMessage("uses of %s in %s", field.group(1), name).that(uses).isGreaterThan(1L);
      }
    }
  }
}
