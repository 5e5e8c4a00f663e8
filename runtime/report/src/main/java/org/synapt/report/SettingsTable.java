package org.synapt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.synapt.network.Network;
import org.synapt.optimizer.Optimizer;
import org.synapt.report.Page.Setting;
import org.synapt.training.Training;

/** What a network and its training were told, for whoever wants to do it again. */
final class SettingsTable {
  private final List<Setting> settings = new ArrayList<>();

  private SettingsTable() {}

  static List<Setting> of(Network network) {
    SettingsTable table = new SettingsTable();
    table.network(network);
    table.machine(network);
    return table.settings;
  }

  static List<Setting> of(Training training) {
    SettingsTable table = new SettingsTable();
    table.network(training.network());
    table.training(training);
    table.machine(training.network());
    return table.settings;
  }

  private void network(Network network) {
    add("network", network.signature().name());
    add(
        "loss",
        network.signature().outputs().stream()
            .map(output -> output.name() + ": " + NetworkTable.loss(output))
            .collect(Collectors.joining(", ")));
  }

  private void training(Training training) {
    add("optimizer", optimizer(training.optimizer()));
    add("initial learning rate", String.valueOf(training.learningRate()));
    add("batch size", count(training.batchSize()));
    add("epochs", count(training.epochs()));
    if (training.examples() > 0) {
      add("training examples", count(training.examples()));
    }
    if (training.validationExamples() > 0) {
      add("validation examples", count(training.validationExamples()));
    }
  }

  /** {@code adam (beta_1 0.9, beta_2 0.999, epsilon 1.0E-8)}. */
  private static String optimizer(Optimizer optimizer) {
    return optimizer.name()
        + optimizer.hyperparameters().entrySet().stream()
            .filter(number -> !number.getKey().equals("lr") && number.getValue() != 0)
            .map(number -> number.getKey() + " " + number.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void machine(Network network) {
    add("seed", String.valueOf(network.seed().value()));
    add("device", network.device());
    add(
        "machine",
        "Java "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void add(String name, String text) {
    settings.add(new Setting(name, text));
  }
}
