package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backends;
import org.synapt.data.TextVectorization;
import org.synapt.network.LinearNetwork;

final class AttachedTextsTest {
  private static final List<String> AWKWARD =
      Arrays.asList(
          "caf\u00e9",
          "\u0633\u0644\u0627\u0645",
          "\ud83d\ude00",
          "a\nb",
          "\\n",
          "\\",
          "\"",
          "",
          " ",
          "\u0001\t\r",
          "{\u2028}");

  @TempDir Path folder;

  private static LinearNetwork network(long seed) {
    return LinearNetwork.of("Line", Backends.named("java"), seed, 3, "mean_squared_error", "y");
  }

  private Path saved(LinearNetwork network) throws IOException {
    Path file = folder.resolve("network.safetensors");
    ParameterFile.save(network, file);
    return file;
  }

  @Test
  void keepsAVocabularyInAnyLanguage() throws IOException {
    TextVectorization words =
        TextVectorization.defaults()
            .outputSequenceLength(4)
            .adapt(
                Arrays.asList(
                    "le caf\u00e9, le th\u00e9", "\u0633\u0644\u0627\u0645 \ud83d\ude00"));
    LinearNetwork network = network(1);
    network.attachments().putTexts("words", words.texts());
    LinearNetwork other = network(2);

    ParameterFile.load(other, saved(network));

    TextVectorization again = TextVectorization.of(other.attachments().texts("words"));
    assertThat(again.vocabulary()).isEqualTo(words.vocabulary());
    String text = "\ud83d\ude00 th\u00e9 \u0633\u0644\u0627\u0645 x";
    assertThat(again.apply(text)).isEqualTo(words.apply(text));
  }

  @Test
  void keepsTextsAsTheyAreBesideNumbers() throws IOException {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put("awkward", AWKWARD);
    lists.put("none", Collections.emptyList());
    lists.put("one empty", Collections.singletonList(""));
    LinearNetwork network = network(1);
    network.attachments().put("x/y", Collections.singletonMap("awkward", new double[] {1, 2}));
    network.attachments().putTexts("x/y", lists);
    LinearNetwork other = network(2);

    ParameterFile.load(other, saved(network));

    assertThat(other.attachments().texts("x/y")).isEqualTo(lists);
    assertThat(other.attachments().get("x/y").get("awkward")).isEqualTo(new double[] {1, 2});
    assertThat(other.attachments().textNames()).containsExactly("x/y");
  }

  @Test
  void keepsWhatAFileSaysNothingOf() throws IOException {
    LinearNetwork other = network(2);
    other.attachments().putTexts("x", Collections.singletonMap("a", AWKWARD));

    ParameterFile.load(other, saved(network(1)));

    assertThat(other.attachments().texts("x").get("a")).isEqualTo(AWKWARD);
    assertThat(assertThrows(IllegalArgumentException.class, () -> other.attachments().texts("z")))
        .hasMessageThat()
        .contains("nothing is attached as z, only [x]");
  }

  @Test
  void refusesTextsThatCannotBeKept() {
    LinearNetwork network = network(1);

    for (String text : new String[] {"\ud83d", "a\ude00b"}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              network
                  .attachments()
                  .putTexts("x", Collections.singletonMap("a", Collections.singletonList(text))));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> network.attachments().putTexts("x", Collections.singletonMap("a/b", AWKWARD)));
    assertThat(network.attachments().textNames()).isEmpty();
  }

  @Test
  void writesNoHeaderThatCannotBeReadAgain() throws IOException {
    TensorWriter.requireReadable(100_000_000);

    assertThat(
            assertThrows(
                ParameterFileException.class, () -> TensorWriter.requireReadable(100_000_001)))
        .hasMessageThat()
        .contains("attach fewer or shorter texts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\\ntwo ", "one\\\\x\\n ", "o\\ud83d\\n", "one\\ntw\\\\"})
  void leavesTheNetworkWhereTheFileIsDamaged(String json) throws IOException {
    LinearNetwork network = network(1);
    network.attachments().putTexts("x", Collections.singletonMap("a", Arrays.asList("one", "two")));
    Path file = saved(network);
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(text).contains("\"one\\ntwo\\n\"");
    String damaged = text.replace("\"one\\ntwo\\n\"", "\"" + json + "\"");
    damaged = resized(damaged, text.length());
    Files.write(file, damaged.getBytes(StandardCharsets.ISO_8859_1));
    LinearNetwork other = network(2);

    assertThat(assertThrows(ParameterFileException.class, () -> ParameterFile.load(other, file)))
        .hasMessageThat()
        .contains("synapt.attached_texts/x/a");
    assertThat(other.attachments().textNames()).isEmpty();
  }

  /** Blanks within the header make up for what became shorter. */
  private static String resized(String damaged, int length) {
    StringBuilder text = new StringBuilder(damaged);
    while (text.length() < length) {
      text.insert(9, ' ');
    }
    return text.toString();
  }
}
