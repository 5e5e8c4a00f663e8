package org.synapt.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.synapt.network.Network;

/** The texts that we put into a file's metadata. */
final class Metadata {
  static final String ROWS = "synapt.rows";

  private static final String NETWORK = "synapt.network";
  private static final String FINGERPRINT = "synapt.fingerprint";
  private static final String OPTIMIZER = "synapt.optimizer";
  private static final String HYPERPARAMETER = "synapt.optimizer.";
  private static final String LEARNING_RATE = "synapt.learning_rate";
  private static final String ITERATION = "synapt.iteration";
  private static final String EPOCH = "synapt.epoch";
  private static final String SEED = "synapt.seed";

  /** So many that one can go on counting. */
  private static final long MOST_STEPS = 1L << 62;

  private Metadata() {}

  static Map<String, String> of(Network network) {
    String rows = RowsText.of(network.signature());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(NETWORK, network.signature().name());
    texts.put(FINGERPRINT, RowsText.fingerprint(rows));
    texts.put(ROWS, rows);
    AttachmentTexts.add(network.attachments(), texts);
    return texts;
  }

  static void add(TrainingState state, Map<String, String> texts) {
    texts.put(OPTIMIZER, state.optimizer());
    for (Map.Entry<String, Double> number : state.hyperparameters().entrySet()) {
      texts.put(HYPERPARAMETER + number.getKey(), String.valueOf(number.getValue()));
    }
    texts.put(LEARNING_RATE, String.valueOf(state.learningRate()));
    texts.put(ITERATION, String.valueOf(state.iteration()));
    texts.put(EPOCH, String.valueOf(state.epoch()));
    texts.put(SEED, String.valueOf(state.seed()));
  }

  static TrainingState state(Map<String, String> texts) throws ParameterFileException {
    Map<String, Double> hyperparameters = new LinkedHashMap<>();
    for (String name : texts.keySet()) {
      if (name.startsWith(HYPERPARAMETER)) {
        String number = name.substring(HYPERPARAMETER.length());
        hyperparameters.put(number, decimal(texts, name));
      }
    }
    return new TrainingState(
        text(texts, OPTIMIZER),
        hyperparameters,
        rate(texts),
        count(texts, ITERATION, MOST_STEPS),
        (int) count(texts, EPOCH, Integer.MAX_VALUE),
        whole(texts, SEED));
  }

  private static String text(Map<String, String> texts, String name) throws ParameterFileException {
    String text = texts.get(name);
    if (text == null) {
      throw new ParameterFileException(
          "holds no training state (" + name + " is missing); load takes its parameters alone");
    }
    return text;
  }

  private static double rate(Map<String, String> texts) throws ParameterFileException {
    double rate = decimal(texts, LEARNING_RATE);
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new ParameterFileException(LEARNING_RATE + " is " + rate + ", not 0 or above");
    }
    return rate;
  }

  private static long count(Map<String, String> texts, String name, long most)
      throws ParameterFileException {
    long count = whole(texts, name);
    if (count < 0 || count > most) {
      throw new ParameterFileException(name + " is " + count + ", not from 0 to " + most);
    }
    return count;
  }

  private static double decimal(Map<String, String> texts, String name)
      throws ParameterFileException {
    String text = text(texts, name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new ParameterFileException(name + " is no number: " + text);
    }
  }

  private static long whole(Map<String, String> texts, String name) throws ParameterFileException {
    String text = text(texts, name);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ParameterFileException(name + " is no whole number: " + text);
    }
  }
}
