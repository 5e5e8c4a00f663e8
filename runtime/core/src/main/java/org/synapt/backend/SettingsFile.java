package org.synapt.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.text.JsonException;
import org.synapt.text.JsonText;
import org.synapt.text.Nearest;

/**
 * Reads the file of settings, which people write and this library never does.
 *
 * <pre>{@code
 * {"backend": "java", "threads": 4, "floatx": "float32"}
 * }</pre>
 */
final class SettingsFile {
  /** Far more than settings take; what is longer is another file. */
  private static final long MOST_BYTES = 1 << 20;

  private final Path file;
  private final JsonText json;
  private final Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);

  private SettingsFile(Path file, String text) {
    this.file = file;
    this.json = new JsonText(text);
  }

  /**
   * What is set in a file; nothing if there is none.
   *
   * @throws IllegalArgumentException if it is not JSON or a value is of the wrong type; the message
   *     begins with file, line and column
   * @throws UncheckedIOException if it is there and cannot be read
   */
  static Map<SettingKey, String> read(Path file) {
    if (!Files.exists(file)) {
      return Collections.emptyMap();
    }
    try {
      SettingsFile settings = new SettingsFile(file, text(file));
      settings.settings();
      return settings.values;
    } catch (IOException e) {
      throw new UncheckedIOException("the settings in " + file + " cannot be read: " + e, e);
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
    }
  }

  private static String text(Path file) throws IOException {
    // Of a pipe or a device one cannot tell how much will come, or when.
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no regular file");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IllegalArgumentException(
          file + " has " + Files.size(file) + " bytes; these are no settings");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      // Some editors begin a file so.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not written in UTF-8");
    }
  }

  private void settings() throws JsonException {
    Set<String> seen = new HashSet<>();
    json.expect('{');
    if (!json.take('}')) {
      do {
        int at = json.at();
        String name = json.string();
        if (!seen.add(name)) {
          throw json.wrong(name + " comes twice", at);
        }
        json.expect(':');
        setting(name);
      } while (json.take(','));
      json.expect('}');
    }
    json.expectEnd();
  }

  private void setting(String name) throws JsonException {
    Optional<SettingKey> key = SettingKey.of(name);
    if (json.comes('{') || json.comes('[')) {
      throw json.wrong(name + " must be a text or a number, not a list or an object");
    }
    int at = json.at();
    boolean quoted = json.comes('"');
    String value = quoted ? json.string() : json.literal();
    if (!key.isPresent()) {
      warn(name);
    } else if (quoted != key.get().isText()
        || !quoted && !SettingKey.isNumber(value)
        || value.trim().isEmpty()) {
      throw json.wrong(wrongType(key.get(), quoted ? '"' + value + '"' : value), at);
    } else {
      values.put(key.get(), value);
    }
  }

  private static String wrongType(SettingKey key, String found) {
    return key.key()
        + " must be "
        + (key.isText() ? "a text in quotes" : "a number without quotes")
        + ", not "
        + found;
  }

  private void warn(String name) {
    Log.LOGGER.warning(
        () ->
            file
                + " sets '"
                + name
                + "', which nobody knows"
                + Nearest.suggestion(name, SettingKey.keys())
                + "; there are "
                + String.join(", ", SettingKey.keys()));
  }
}
