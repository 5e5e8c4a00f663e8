package org.synapt.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers and texts that belong to a network beside its parameters and are saved and loaded with
 * it, such as those of the scalers that its inputs go through, or the words that it knows.
 *
 * <pre>{@code
 * network.attachments().put("measures", scaler.numbers());
 * network.attachments().putTexts("words", vectorization.texts());
 * network.save(file);
 * // elsewhere
 * network.load(file);
 * Scaler scaler = Scaler.of(network.attachments().get("measures"));
 * TextVectorization words = TextVectorization.of(network.attachments().texts("words"));
 * }</pre>
 */
public final class Attachments {
  private final Map<String, Map<String, double[]>> attached = new LinkedHashMap<>();
  private final Map<String, Map<String, List<String>>> attachedTexts = new LinkedHashMap<>();

  Attachments() {}

  /**
   * Attaches numbers.
   *
   * @param name what they belong to; numbers attached by that name before are forgotten
   * @param numbers arrays by name; copied
   * @throws IllegalArgumentException if a name is empty, that of an array has a slash, or a number
   *     is not finite
   */
  public void put(String name, Map<String, double[]> numbers) {
    requireName(name);
    Map<String, double[]> copy = new LinkedHashMap<>();
    for (Map.Entry<String, double[]> array : numbers.entrySet()) {
      requirePart(name, "an array", array.getKey(), array.getValue());
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
   * Attaches texts, such as a vocabulary.
   *
   * @param name what they belong to; texts attached by that name before are forgotten, numbers stay
   * @param texts lists by name; copied
   * @throws IllegalArgumentException if a name is empty, that of a list has a slash, or a text has
   *     half a pair of surrogates, which no file can keep
   */
  public void putTexts(String name, Map<String, List<String>> texts) {
    requireName(name);
    Map<String, List<String>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> list : texts.entrySet()) {
      requirePart(name, "a list", list.getKey(), list.getValue());
      for (String text : list.getValue()) {
        if (text == null) {
          throw new IllegalArgumentException(
              list.getKey() + " of " + name + " holds no text: null");
        }
        if (text.codePoints().anyMatch(point -> point >= 0xd800 && point <= 0xdfff)) {
          throw new IllegalArgumentException(
              list.getKey() + " of " + name + " has half a character in it: " + text);
        }
      }
      copy.put(list.getKey(), Collections.unmodifiableList(new ArrayList<>(list.getValue())));
    }
    attachedTexts.put(name, Collections.unmodifiableMap(copy));
  }

  private static void requireName(String name) {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("what is attached needs a name, not '" + name + "'");
    }
  }

  private static void requirePart(String name, String what, String part, Object value) {
    if (part.isEmpty() || part.contains("/") || value == null) {
      throw new IllegalArgumentException(
          what + " cannot be attached as '" + part + "' to '" + name + "'");
    }
  }

  /**
   * Numbers that were attached by a name, or came with a file that was loaded.
   *
   * @param name what they belong to
   * @return the arrays by name, not to be written to
   * @throws IllegalArgumentException if no numbers are attached by that name
   */
  public Map<String, double[]> get(String name) {
    return found(name, attached);
  }

  /**
   * Texts that were attached by a name, or came with a file that was loaded.
   *
   * @param name what they belong to
   * @return the lists by name
   * @throws IllegalArgumentException if no texts are attached by that name
   */
  public Map<String, List<String>> texts(String name) {
    return found(name, attachedTexts);
  }

  private static <T> Map<String, T> found(String name, Map<String, Map<String, T>> all) {
    Map<String, T> found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "nothing is attached as " + name + (all.isEmpty() ? "" : ", only " + all.keySet()));
    }
    return found;
  }

  /**
   * What numbers are attached to.
   *
   * @return the names, in the order in which they were first attached
   */
  public List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(attached.keySet()));
  }

  /**
   * What texts are attached to.
   *
   * @return the names, in the order in which they were first attached
   */
  public List<String> textNames() {
    return Collections.unmodifiableList(new ArrayList<>(attachedTexts.keySet()));
  }
}
