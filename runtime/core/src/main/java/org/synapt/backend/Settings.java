package org.synapt.backend;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.synapt.text.Nearest;

/**
 * What is set outside the code: by system properties, or else the environment, or else a file.
 * Blank values count as absent.
 */
final class Settings {
  private static final String HOME_PROPERTY = "synapt.home";
  private static final String HOME_VARIABLE = "SYNAPT_HOME";
  private static final String FILE = "synapt.json";

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Optional<Path> file;
  private final Map<SettingKey, String> inFile;

  /**
   * Settings as they are now. Warns of names that are nearly those of a setting.
   *
   * @param properties the system properties
   * @param environment the environment variables
   * @throws IllegalArgumentException if the file is damaged, or one of the settings cannot be had
   */
  Settings(Map<String, String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
    this.file = home().map(home -> home.resolve(FILE));
    this.inFile = file.map(SettingsFile::read).orElse(Collections.emptyMap());
    List<String> propertyNames = new ArrayList<>(Collections.singletonList(HOME_PROPERTY));
    List<String> variableNames = new ArrayList<>(Collections.singletonList(HOME_VARIABLE));
    for (SettingKey key : SettingKey.values()) {
      get(key).ifPresent(setting -> require(key, setting));
      propertyNames.add(key.property());
      variableNames.add(key.variable());
    }
    warnOfSlips("system property", properties.keySet(), "synapt.", propertyNames);
    warnOfSlips("environment variable", environment.keySet(), "SYNAPT_", variableNames);
  }

  /** The settings of this process. */
  static Settings ofThisProcess() {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name));
    }
    return new Settings(properties, System.getenv());
  }

  private static void require(SettingKey key, Setting setting) {
    Optional<String> objection = key.objection(setting.value());
    if (objection.isPresent()) {
      throw new IllegalArgumentException(
          setting.origin()
              + " sets "
              + key.key()
              + " to "
              + setting.value()
              + ", but "
              + objection.get());
    }
  }

  /** Names that are like none of ours may be somebody else's. */
  private static void warnOfSlips(
      String kind, Set<String> names, String prefix, List<String> known) {
    for (String name : new TreeSet<>(names)) {
      if (name.startsWith(prefix) && !known.contains(name)) {
        String suggestion = Nearest.suggestion(name, known);
        if (!suggestion.isEmpty()) {
          Log.LOGGER.warning(() -> "Nobody reads the " + kind + " " + name + suggestion);
        }
      }
    }
  }

  /** The folder of the file; empty where a process has no home, as on Android. */
  private Optional<Path> home() {
    Optional<String> chosen = text(properties, HOME_PROPERTY);
    if (!chosen.isPresent()) {
      chosen = text(environment, HOME_VARIABLE);
    }
    return chosen.isPresent()
        ? chosen.map(Paths::get)
        : text(properties, "user.home").map(user -> Paths.get(user, ".synapt"));
  }

  /** A setting, from wherever it is set first. */
  Optional<Setting> get(SettingKey key) {
    Optional<String> value = text(properties, key.property());
    if (value.isPresent()) {
      return value.map(set -> new Setting(set, "the system property " + key.property()));
    }
    value = text(environment, key.variable());
    if (value.isPresent()) {
      return value.map(set -> new Setting(set, "the environment variable " + key.variable()));
    }
    return text(inFile, key).map(set -> new Setting(set, file.get().toString()));
  }

  private static <K> Optional<String> text(Map<K, String> values, K key) {
    return Optional.ofNullable(values.get(key))
        .map(String::trim)
        .filter(trimmed -> !trimmed.isEmpty());
  }
}
