package org.synapt.backend;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.backend.java.JavaProvider;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

class BackendChoiceTest {
  private final Map<SettingKey, Setting> settings = new HashMap<>();

  private void set(SettingKey key, String value) {
    settings.put(key, new Setting(value, "a test"));
  }

  @Test
  void takesTheHighestRankThatIsAvailable() {
    BackendChoice choice =
        choice(provider("java", 0), provider("onednn", 10), unavailable("cuda", 20, "no device"));
    assertThat(choice.best().device()).isEqualTo("onednn {}");
  }

  @Test
  @Tag("P5")
  void logsWhyItPassedABackendOver() {
    List<String> messages = new ArrayList<>();
    Logger logger = Logger.getLogger(Backends.class.getName());
    logger.setFilter(record -> !messages.add(record.getMessage()));
    try (Backend backend = choice(provider("java", 0), unavailable("cuda", 20, "no GPU")).best()) {
      assertThat(backend.device()).isEqualTo("java {}");
      assertThat(messages).containsExactly("Passed over the backend cuda: no GPU");
    } finally {
      logger.setFilter(null);
    }
  }

  @Test
  @Tag("P5")
  void takesTheBackendThatTheSettingsName() {
    set(SettingKey.BACKEND, "java");
    assertThat(choice(provider("java", 0), provider("onednn", 10)).best().device())
        .isEqualTo("java {}");
  }

  @Test
  void passesTheThreadsOfTheSettingsOn() {
    set(SettingKey.THREADS, "3");
    assertThat(choice(provider("java", 0)).best().device()).isEqualTo("java {threads=3}");
  }

  @Test
  void passesThePrecisionOfTheSettingsOn() {
    set(SettingKey.PRECISION, "bf16");
    assertThat(choice(provider("java", 0)).best().device()).isEqualTo("java {precision=bf16}");
    Map<String, String> options = new HashMap<>();
    options.put("precision", "float32");
    assertThat(choice(provider("java", 0)).open("java", options).device())
        .isEqualTo("java {precision=float32}");
  }

  @Test
  void blamesTheSettingThatIsRefusedAndNoOther() {
    set(SettingKey.THREADS, "2");
    set(SettingKey.PRECISION, "bf16");
    BackendChoice choice = choice(new JavaProvider());
    assertThat(assertThrows(IllegalArgumentException.class, choice::best))
        .hasMessageThat()
        .isEqualTo(
            "precision must be float32 on the backend java, not 'bf16'; 'bf16' was set by a test");
    Map<String, String> options = new HashMap<>();
    options.put("precision", "int8");
    assertThat(assertThrows(IllegalArgumentException.class, () -> choice.open("java", options)))
        .hasMessageThat()
        .isEqualTo("precision must be float32 on the backend java, not 'int8'");
  }

  @Test
  @Tag("P7")
  void letsOptionsWinOverSettings() {
    set(SettingKey.THREADS, "3");
    Map<String, String> options = new HashMap<>();
    options.put("threads", "1");
    assertThat(choice(provider("java", 0)).open("java", options).device())
        .isEqualTo("java {threads=1}");
    assertThat(options).containsExactly("threads", "1");
  }

  @Test
  void findsNamesInAnyCase() {
    assertThat(choice(provider("java", 0)).open("Java", new HashMap<>()).device())
        .isEqualTo("java {}");
  }

  @Test
  void suggestsTheNearestNameForAnUnknownOne() {
    BackendChoice choice = choice(provider("java", 0), provider("onednn", 10));
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> choice.open("onednm", new HashMap<>()));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "There is no backend 'onednm' (did you mean onednn?); on the class path: onednn, java");
  }

  @Test
  void suggestsNothingForANameUnlikeAll() {
    BackendChoice choice = choice(provider("java", 0));
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> choice.open("tensorflow", new HashMap<>()));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("There is no backend 'tensorflow'; on the class path: java");
  }

  @Test
  void saysWhyANamedBackendCannotBeUsed() {
    BackendChoice choice = choice(unavailable("cuda", 20, "there is no libcuda.so.1"));
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> choice.open("cuda", new HashMap<>()));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("The backend cuda is unavailable: there is no libcuda.so.1");
  }

  @Test
  @Tag("P5")
  void saysWhoChoseABackendThatCannotBeUsed() {
    set(SettingKey.BACKEND, "cuda");
    BackendChoice absent = choice(provider("java", 0));
    assertThat(assertThrows(IllegalArgumentException.class, absent::best))
        .hasMessageThat()
        .isEqualTo("There is no backend 'cuda'; on the class path: java; 'cuda' was set by a test");

    BackendChoice unusable = choice(unavailable("cuda", 20, "there is no libcuda.so.1"));
    assertThat(assertThrows(IllegalStateException.class, unusable::best))
        .hasMessageThat()
        .isEqualTo(
            "The backend cuda is unavailable: there is no libcuda.so.1; 'cuda' was set by a test");
  }

  @Test
  void saysWhatThereIsIfNothingCanBeUsed() {
    BackendChoice choice = choice(unavailable("cuda", 20, "no device"));
    IllegalStateException thrown = assertThrows(IllegalStateException.class, choice::best);
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("No backend is available; on the class path: cuda");
  }

  private BackendChoice choice(BackendProvider... providers) {
    return new BackendChoice(
        Arrays.asList(providers), key -> Optional.ofNullable(settings.get(key)));
  }

  private static BackendProvider provider(String name, int rank) {
    return new FixedProvider(name, rank, Optional.empty());
  }

  private static BackendProvider unavailable(String name, int rank, String reason) {
    return new FixedProvider(name, rank, Optional.of(reason));
  }

  private record FixedProvider(String name, int rank, Optional<String> unavailable)
      implements BackendProvider {
    @Override
    public Backend open(Map<String, String> options) {
      return new Named(name + " " + options);
    }
  }

  /** A backend that says how it was opened, and does nothing else. */
  private record Named(String device) implements Backend {
    @Override
    public Buffer allocate(int floats) {
      throw new OutOfMemoryError("this backend has no memory");
    }

    @Override
    public <K extends Kernel> Optional<K> kernel(Class<K> type) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
