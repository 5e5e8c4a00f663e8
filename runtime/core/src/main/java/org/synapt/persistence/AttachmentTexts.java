package org.synapt.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.synapt.network.Attachments;

/**
 * What is attached to a network, as texts of a file's metadata.
 *
 * <pre>synapt.attached/measures/offset   "3.5 0.25 120.0"</pre>
 *
 * <p>Doubles are written so that they are read as what they were.
 */
final class AttachmentTexts {
  private static final String PREFIX = "synapt.attached/";

  private AttachmentTexts() {}

  static void add(Attachments attachments, Map<String, String> texts) {
    for (String name : attachments.names()) {
      for (Map.Entry<String, double[]> array : attachments.get(name).entrySet()) {
        StringBuilder text = new StringBuilder();
        for (double number : array.getValue()) {
          text.append(text.length() == 0 ? "" : " ").append(number);
        }
        texts.put(PREFIX + name + "/" + array.getKey(), text.toString());
      }
    }
  }

  static Map<String, Map<String, double[]>> read(Map<String, String> texts)
      throws ParameterFileException {
    Map<String, Map<String, double[]>> attachments = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      if (text.getKey().startsWith(PREFIX)) {
        String path = text.getKey().substring(PREFIX.length());
        int slash = path.lastIndexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
          throw new ParameterFileException(text.getKey() + " does not say what it belongs to");
        }
        attachments
            .computeIfAbsent(path.substring(0, slash), name -> new LinkedHashMap<>())
            .put(path.substring(slash + 1), numbers(text.getKey(), text.getValue()));
      }
    }
    return attachments;
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
}
