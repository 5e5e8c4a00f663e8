package org.synapt.processor.cost;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * The size of the file that the runtime's {@code ParameterFile} writes: what its header will say,
 * counted, and four bytes for each parameter. A test compares it with files.
 */
final class ParameterFileSize {
  private static final int LENGTH_FIELD = 8;

  /** The hexadecimal digits of a SHA-256. */
  private static final int FINGERPRINT = 64;

  private final Model model;
  private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();

  private ParameterFileSize(Model model) {
    this.model = model;
    model.entries().stream()
        .flatMap(
            entry ->
                entry.parameters().stream()
                    .map(spec -> Map.entry(entry.owner() + "." + spec.name(), spec)))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().role()))
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
  }

  static long of(Model model) {
    return new ParameterFileSize(model).bytes();
  }

  private long bytes() {
    StringBuilder header = new StringBuilder("{\"__metadata__\":{");
    text(header, "synapt.network", model.declaration().name());
    text(header.append(','), "synapt.fingerprint", "0".repeat(FINGERPRINT));
    text(header.append(','), "synapt.rows", rows());
    header.append('}');
    long end = 0;
    for (Map.Entry<String, ParameterSpec> parameter : parameters.entrySet()) {
      long begin = end;
      end += Float.BYTES * parameter.getValue().shape().size();
      String shape = parameter.getValue().shape().toString().replace(" ", "");
      header
          .append(",\"" + parameter.getKey() + "\":{\"dtype\":\"F32\",\"shape\":" + shape)
          .append(",\"data_offsets\":[" + begin + "," + end + "]}");
    }
    int length = header.append('}').toString().getBytes(StandardCharsets.UTF_8).length;
    return LENGTH_FIELD + roundedUp(length) + end;
  }

  private static long roundedUp(int length) {
    return (length + LENGTH_FIELD - 1L) / LENGTH_FIELD * LENGTH_FIELD;
  }

  private static void text(StringBuilder header, String name, String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    header.append('"').append(name).append("\":\"").append(escaped).append('"');
  }

  /** A line for each entry, as it will stand in the file. */
  private String rows() {
    StringBuilder text = new StringBuilder();
    Set<String> owners = new HashSet<>();
    for (Entry entry : model.entries()) {
      String layer = entry.describe().replace(" ", "");
      String shape = entry.shape().toString().replace(" ", "");
      long floats =
          owners.add(entry.owner())
              ? entry.parameters().stream().mapToLong(it -> it.shape().size()).sum()
              : 0;
      text.append(entry.name() + " " + layer + " " + shape + " " + floats);
      entry.operands().forEach(operand -> text.append(' ').append(operand));
      text.append('\n');
    }
    return text.toString();
  }
}
