package org.synapt.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that belong to a network beside its parameters and are saved and loaded with it, such as
 * those of the scalers that its inputs go through.
 *
 * <pre>{@code
 * network.attachments().put("measures", scaler.numbers());
 * network.save(file);
 * // elsewhere
 * network.load(file);
 * Scaler scaler = Scaler.of(network.attachments().get("measures"));
 * }</pre>
 */
public final class Attachments {
  private final Map<String, Map<String, double[]>> attached = new LinkedHashMap<>();

  Attachments() {}

  /**
   * Attaches numbers.
   *
   * @param name what they belong to; what was attached by that name before is forgotten
   * @param numbers arrays by name; copied
   * @throws IllegalArgumentException if a name is empty, that of an array has a slash, or a number
   *     is not finite
   */
  public void put(String name, Map<String, double[]> numbers) {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("what is attached needs a name, not '" + name + "'");
    }
    Map<String, double[]> copy = new LinkedHashMap<>();
    for (Map.Entry<String, double[]> array : numbers.entrySet()) {
      if (array.getKey().isEmpty() || array.getKey().contains("/") || array.getValue() == null) {
        throw new IllegalArgumentException(
            "an array cannot be attached as '" + array.getKey() + "' to '" + name + "'");
      }
      for (double number : array.getValue()) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
          throw new IllegalArgumentException(
              array.getKey() + " of " + name + " cannot be attached with " + number + " in it");
        }
      }
      copy.put(array.getKey(), array.getValue().clone());
    }
    attached.put(name, Collections.unmodifiableMap(copy));
  }

  /**
   * What was attached by a name, or came with a file that was loaded.
   *
   * @param name what it belongs to
   * @return the arrays by name, not to be written to
   * @throws IllegalArgumentException if nothing is attached by that name
   */
  public Map<String, double[]> get(String name) {
    Map<String, double[]> numbers = attached.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException(
          "nothing is attached as " + name + (attached.isEmpty() ? "" : ", only " + names()));
    }
    return numbers;
  }

  /**
   * What numbers are attached to.
   *
   * @return the names, in the order in which they were first attached
   */
  public List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(attached.keySet()));
  }
}
