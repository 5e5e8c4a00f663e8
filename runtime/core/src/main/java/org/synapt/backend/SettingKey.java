package org.synapt.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be set; those that Keras has beside the backend have one value here. */
enum SettingKey {
  /** The backend's name. */
  BACKEND(true),

  /** How many threads it uses. */
  THREADS(false),

  /** How it multiplies numbers. */
  PRECISION(true),

  /** The type of all numbers. */
  FLOATX(true) {
    @Override
    Optional<String> objection(String value) {
      return value.equals("float32")
          ? Optional.empty()
          : Optional.of("all numbers are float32; leave it away or write \"float32\"");
    }
  },

  /** What keeps logarithms and divisors in losses finite. */
  EPSILON(false) {
    @Override
    Optional<String> objection(String value) {
      return isNumber(value) && Double.parseDouble(value) == 1e-7
          ? Optional.empty()
          : Optional.of(
              "losses are compiled with 1e-07; leave it away or write that, and give an optimizer"
                  + " its own with epsilon(...)");
    }
  },

  /** Which axis of an image its channels are. */
  IMAGE_DATA_FORMAT(true) {
    @Override
    Optional<String> objection(String value) {
      return value.equals("channels_last")
          ? Optional.empty()
          : Optional.of(
              "images are [rows, columns, channels]; leave it away or write \"channels_last\"");
    }
  };

  private final boolean text;

  SettingKey(boolean text) {
    this.text = text;
  }

  /** Keras's spelling, such as {@code image_data_format}: the key in the file. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the system property, such as {@code synapt.backend}. */
  String property() {
    return "synapt." + key();
  }

  /** The name of the environment variable, such as {@code SYNAPT_BACKEND}. */
  String variable() {
    return "SYNAPT_" + name();
  }

  /** Whether it is a text, and not a number. */
  boolean isText() {
    return text;
  }

  /** Why the value cannot be had; empty if whoever uses it may judge. */
  Optional<String> objection(String value) {
    return Optional.empty();
  }

  static Optional<SettingKey> of(String key) {
    for (SettingKey known : values()) {
      if (known.key().equals(key)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** All keys as the file spells them. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (SettingKey key : values()) {
      keys.add(key.key());
    }
    return keys;
  }

  static boolean isNumber(String value) {
    try {
      Double.parseDouble(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
