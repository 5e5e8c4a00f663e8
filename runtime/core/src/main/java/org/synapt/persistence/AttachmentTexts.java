package org.synapt.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.network.Attachments;

/**
 * What is attached to a network, as texts of a file's metadata.
 *
 * <pre>
 * synapt.attached/measures/offset          "3.5 0.25 120.0"
 * synapt.attached_texts/words/vocabulary   "\n[UNK]\nthe\nfilm\n"
 * </pre>
 *
 * <p>Doubles are written so that they are read as what they were. A text ends with a line end; its
 * own line ends and backslashes are {@code \n} and {@code \\}. Whoever knows of numbers only passes
 * texts over.
 *
 * @param numbers arrays by what they belong to and their names
 * @param texts lists by what they belong to and their names
 */
record AttachmentTexts(
    Map<String, Map<String, double[]>> numbers, Map<String, Map<String, List<String>>> texts) {
  private static final String NUMBERS = "synapt.attached/";
  private static final String TEXTS = "synapt.attached_texts/";

  private interface Reading<T> {
    T of(String name, String text) throws ParameterFileException;
  }

  static void add(Attachments attachments, Map<String, String> metadata) {
    for (String name : attachments.names()) {
      for (Map.Entry<String, double[]> array : attachments.get(name).entrySet()) {
        StringBuilder text = new StringBuilder();
        for (double number : array.getValue()) {
          text.append(text.length() == 0 ? "" : " ").append(number);
        }
        metadata.put(NUMBERS + name + "/" + array.getKey(), text.toString());
      }
    }
    for (String name : attachments.textNames()) {
      for (Map.Entry<String, List<String>> list : attachments.texts(name).entrySet()) {
        StringBuilder text = new StringBuilder();
        for (String each : list.getValue()) {
          text.append(each.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        }
        metadata.put(TEXTS + name + "/" + list.getKey(), text.toString());
      }
    }
  }

  static AttachmentTexts read(Map<String, String> metadata) throws ParameterFileException {
    return new AttachmentTexts(
        read(metadata, NUMBERS, AttachmentTexts::numbers),
        read(metadata, TEXTS, AttachmentTexts::list));
  }

  void attachTo(Attachments attachments) {
    numbers.forEach(attachments::put);
    texts.forEach(attachments::putTexts);
  }

  private static <T> Map<String, Map<String, T>> read(
      Map<String, String> metadata, String prefix, Reading<T> reading)
      throws ParameterFileException {
    Map<String, Map<String, T>> found = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : metadata.entrySet()) {
      if (text.getKey().startsWith(prefix)) {
        String path = text.getKey().substring(prefix.length());
        int slash = path.lastIndexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
          throw new ParameterFileException(text.getKey() + " does not say what it belongs to");
        }
        found
            .computeIfAbsent(path.substring(0, slash), name -> new LinkedHashMap<>())
            .put(path.substring(slash + 1), reading.of(text.getKey(), text.getValue()));
      }
    }
    return found;
  }

  private static double[] numbers(String name, String text) throws ParameterFileException {
    String[] words = text.isEmpty() ? new String[0] : text.split(" ", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new ParameterFileException(name + " is no number at " + i + ": " + words[i]);
      }
      if (Double.isNaN(numbers[i]) || Double.isInfinite(numbers[i])) {
        throw new ParameterFileException(name + " is " + numbers[i] + " at " + i);
      }
    }
    return numbers;
  }

  private static List<String> list(String name, String text) throws ParameterFileException {
    List<String> list = new ArrayList<>();
    StringBuilder each = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        list.add(each.toString());
        each.setLength(0);
      } else if (c == '\\') {
        i++;
        char escaped = i < text.length() ? text.charAt(i) : ' ';
        if (escaped != 'n' && escaped != '\\') {
          throw new ParameterFileException(name + " has a wrong escape in text " + list.size());
        }
        each.append(escaped == 'n' ? '\n' : '\\');
      } else if (Character.isSurrogate(c) && !isPair(text, i)) {
        throw new ParameterFileException(name + " has half a character in text " + list.size());
      } else {
        each.append(c);
      }
    }
    if (each.length() > 0) {
      throw new ParameterFileException(name + " ends within text " + list.size());
    }
    return list;
  }

  /** Whether a surrogate is half of a pair. */
  private static boolean isPair(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
