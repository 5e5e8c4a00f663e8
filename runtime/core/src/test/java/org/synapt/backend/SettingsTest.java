package org.synapt.backend;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  @TempDir Path home;

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  private Path file(String json) throws IOException {
    Path file = home.resolve("synapt.json");
    Files.write(file, json.getBytes(StandardCharsets.UTF_8));
    return file;
  }

  private Settings settings() {
    properties.putIfAbsent("synapt.home", home.toString());
    return new Settings(properties, environment);
  }

  private String refusal() {
    return assertThrows(IllegalArgumentException.class, this::settings).getMessage();
  }

  private String backend() {
    return settings().get(SettingKey.BACKEND).get().value();
  }

  @Test
  @Tag("P4")
  void readsTheFileThatATutorialShows() throws IOException {
    file(
        """
        {
            "floatx": "float32",
            "epsilon": 1e-07,
            "backend": "java",
            "image_data_format": "channels_last"
        }
        """);

    assertThat(backend()).isEqualTo("java");
    assertThat(settings().get(SettingKey.THREADS).isPresent()).isFalse();
  }

  @Test
  @Tag("P4")
  @Tag("P5")
  @Tag("P6")
  void letsTheEnvironmentWinOverTheFileAndPropertiesOverBoth() throws IOException {
    Path file = file("{\"backend\": \"fromFile\", \"threads\": 1}");
    assertThat(settings().get(SettingKey.BACKEND).get())
        .isEqualTo(new Setting("fromFile", file.toString()));

    environment.put("SYNAPT_BACKEND", "fromEnvironment");
    assertThat(settings().get(SettingKey.BACKEND).get())
        .isEqualTo(new Setting("fromEnvironment", "the environment variable SYNAPT_BACKEND"));

    properties.put("synapt.backend", " fromProperty ");
    assertThat(settings().get(SettingKey.BACKEND).get())
        .isEqualTo(new Setting("fromProperty", "the system property synapt.backend"));
    assertThat(settings().get(SettingKey.THREADS).get().value()).isEqualTo("1");
  }

  @Test
  void takesBlanksForNothing() throws IOException {
    file("{\"backend\": \"fromFile\"}");
    environment.put("SYNAPT_BACKEND", " ");
    properties.put("synapt.backend", "");

    assertThat(backend()).isEqualTo("fromFile");
  }

  @Test
  @Tag("P4")
  void findsTheFileInTheUsersHomeUnlessToldOtherwise() throws IOException {
    Path user = home.resolve("user");
    Path elsewhere = home.resolve("elsewhere");
    Files.createDirectories(user.resolve(".synapt"));
    Files.createDirectories(elsewhere);
    Files.write(
        user.resolve(".synapt/synapt.json"),
        "{\"backend\":\"ofUser\"}".getBytes(StandardCharsets.UTF_8));
    Files.write(
        elsewhere.resolve("synapt.json"),
        "{\"backend\":\"elsewhere\"}".getBytes(StandardCharsets.UTF_8));
    file("{\"backend\":\"byProperty\"}");
    properties.put("user.home", user.toString());

    assertThat(new Settings(properties, environment).get(SettingKey.BACKEND).get().value())
        .isEqualTo("ofUser");
    environment.put("SYNAPT_HOME", elsewhere.toString());
    assertThat(new Settings(properties, environment).get(SettingKey.BACKEND).get().value())
        .isEqualTo("elsewhere");
    assertThat(backend()).isEqualTo("byProperty");
  }

  @Test
  @Tag("P4")
  void writesNothing() throws IOException {
    Path empty = Files.createDirectory(home.resolve("empty"));
    properties.put("synapt.home", empty.toString());

    assertThat(settings().get(SettingKey.BACKEND).isPresent()).isFalse();
    assertThat(empty.toFile().list()).isEmpty();
    properties.put("synapt.home", empty.resolve("absent").toString());
    assertThat(settings().get(SettingKey.BACKEND).isPresent()).isFalse();
    assertThat(empty.toFile().list()).isEmpty();
  }

  @Test
  void needsNoHome() {
    Settings settings = new Settings(properties, environment);

    assertThat(settings.get(SettingKey.THREADS).isPresent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; 1:1; '{' is missing",
        "{\"backend\" \"java\"}; 1:12; ':' is missing",
        "{\"backend\": \"java\"; 1:19; '}' is missing",
        "{\"backend\": java}; 1:13; java is no value",
        "{\"backend\": }; 1:13; a value is missing",
        "{\"backend\": \"java\",}; 1:20; '\"' is missing",
        "{\"threads\": 1, \"threads\": 2}; 1:16; threads comes twice",
        "{} {}; 1:4; something follows the last brace",
        "{\"threads\": \"4\"}; 1:13; threads must be a number without quotes, not \"4\"",
        "{\"threads\": true}; 1:13; threads must be a number without quotes, not true",
        "{\"backend\": 1}; 1:13; backend must be a text in quotes, not 1",
        "{\"precision\": 16}; 1:15; precision must be a text in quotes, not 16",
        "{\"backend\": \" \"}; 1:13; backend must be a text in quotes, not \" \"",
        "{\"backend\": [\"java\"]}; 1:13; backend must be a text or a number, not a list or an"
            + " object",
      })
  @Tag("P4")
  void saysWhereAFileIsWrong(String json, String place, String finding) throws IOException {
    Path file = file(json);

    assertThat(refusal()).isEqualTo(file + ":" + place + ": " + finding);
  }

  @Test
  @Tag("P4")
  void countsLinesAndColumns() throws IOException {
    Path file = file("{\n  \"backend\": \"java\",\n  \"threads\": four\n}\n");

    assertThat(refusal()).isEqualTo(file + ":3:14: four is no value");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = home.resolve("synapt.json");
    Files.write(file, new byte[] {'{', (byte) 0xE9, '}'});
    assertThat(refusal()).isEqualTo(file + " is not written in UTF-8");

    Files.write(file, new byte[(1 << 20) + 1]);
    assertThat(refusal()).isEqualTo(file + " has 1048577 bytes; these are no settings");

    Files.delete(file);
    Files.createDirectory(file);
    assertThat(assertThrows(UncheckedIOException.class, this::settings))
        .hasMessageThat()
        .startsWith("the settings in " + file + " cannot be read");
  }

  @Test
  void doesNotMindTheMarkWithWhichSomeEditorsBegin() throws IOException {
    file("\uFEFF{\"backend\": \"java\"}");

    assertThat(backend()).isEqualTo("java");
  }

  @Test
  @Tag("P4")
  void refusesWhatKerasHasAndWeHaveNot() throws IOException {
    Path file = file("{\"floatx\": \"float16\"}");
    assertThat(refusal())
        .isEqualTo(
            file
                + " sets floatx to float16, but all numbers are float32; leave it away or write"
                + " \"float32\"");

    file("{\"image_data_format\": \"channels_first\"}");
    assertThat(refusal()).contains("images are [rows, columns, channels]");

    file("{\"epsilon\": 1e-3}");
    assertThat(refusal()).contains("sets epsilon to 1e-3, but losses are compiled with 1e-07");

    file("{}");
    environment.put("SYNAPT_FLOATX", "float64");
    assertThat(refusal())
        .startsWith("the environment variable SYNAPT_FLOATX sets floatx to float64, but");
  }

  @Test
  @Tag("P4")
  void warnsOnceOfKeysThatNobodyKnows() throws IOException {
    Path file = file("{\"backnd\": \"java\", \"colour\": null}");
    environment.put("SYNAPT_THREAD", "2");
    environment.put("SYNAPT_SAMPLES", "mine");
    properties.put("synapt.treads", "2");

    assertThat(warnings())
        .containsExactly(
            file
                + " sets 'backnd', which nobody knows (did you mean backend?); there are backend,"
                + " threads, precision, floatx, epsilon, image_data_format",
            file
                + " sets 'colour', which nobody knows; there are backend, threads, precision, floatx,"
                + " epsilon, image_data_format",
            "Nobody reads the system property synapt.treads (did you mean synapt.threads?)",
            "Nobody reads the environment variable SYNAPT_THREAD (did you mean SYNAPT_THREADS?)")
        .inOrder();
  }

  private List<String> warnings() {
    List<String> messages = new ArrayList<>();
    Thread here = Thread.currentThread();
    Log.LOGGER.setFilter(
        (LogRecord record) -> Thread.currentThread() != here || !messages.add(record.getMessage()));
    try {
      settings();
    } finally {
      Log.LOGGER.setFilter(null);
    }
    return messages;
  }

  /** Another process, because nobody can set the environment of this one. */
  @Test
  @Tag("P4")
  @Tag("P5")
  @Tag("P6")
  void choosesForAWholeProgram() throws Exception {
    file("{\"backend\": \"java\", \"threads\": 3}");
    assertThat(run("java, 3 threads")).isEqualTo(0);

    environment.put("SYNAPT_THREADS", "5");
    assertThat(run("java, 5 threads")).isEqualTo(0);
    assertThat(run("java, 3 threads")).isNotEqualTo(0);
  }

  private int run(String expected) throws Exception {
    String java = Paths.get(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Program.class.getName(), expected);
    program.redirectErrorStream(true).redirectOutput(home.resolve("output").toFile());
    program.environment().remove("SYNAPT_BACKEND");
    program.environment().remove("SYNAPT_THREADS");
    program.environment().remove("SYNAPT_PRECISION");
    program.environment().put("SYNAPT_HOME", home.toString());
    program.environment().putAll(environment);
    Process process = program.start();
    assertWithMessage("ends").that(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Fails unless the best backend is the one that is expected. */
  static final class Program {
    private Program() {}

    public static void main(String[] expected) {
      try (Backend backend = Backends.best()) {
        if (!backend.device().equals(expected[0])) {
          throw new IllegalStateException(backend.device());
        }
      }
    }
  }
}
