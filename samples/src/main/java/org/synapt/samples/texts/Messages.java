package org.synapt.samples.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.synapt.data.LabelledTexts;
import org.synapt.samples.DataFile;

/** Short messages, one in eight of which nobody asked for. */
public final class Messages {
  private static final List<String> FRIENDS =
      List.of(
          "see you at # tonight",
          "ok i will call you later",
          "are you home ? mum wants to know",
          "happy birthday ! # today , can not believe it",
          "sorry , the bus is late , be there in # minutes",
          "did you win the match ?",
          "free for lunch at # ?");
  private static final List<String> STRANGERS =
      List.of(
          "WINNER ! claim your prize of # now , call #",
          "URGENT ! your mobile has won # , txt CLAIM to #",
          "free entry , reply YES to # , costs #",
          "get # free texts , call # now");

  private Messages() {}

  /**
   * Reads sms-spam.tsv, a class, a tabulator and a message a line. Source: Almeida, Hidalgo and
   * Yamakami, Contributions to the Study of SMS Spam Filtering, 2011.
   */
  public static LabelledTexts read(Path file) throws IOException {
    return LabelledTexts.table(DataFile.of(file, "sms-spam.tsv"), true);
  }

  /** Makes messages up; # becomes a number of one to eleven digits. */
  public static LabelledTexts made(int count, long seed) {
    Random random = new Random(seed);
    List<String> ham = new ArrayList<>();
    List<String> spam = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean wanted = random.nextInt(8) > 0;
      List<String> patterns = wanted ? FRIENDS : STRANGERS;
      String message = patterns.get(random.nextInt(patterns.size()));
      while (message.contains("#")) {
        message = message.replaceFirst("#", number(random, wanted ? 2 : 11));
      }
      (wanted ? ham : spam).add(message);
    }
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    byClass.put("ham", ham);
    byClass.put("spam", spam);
    return LabelledTexts.of(byClass);
  }

  private static String number(Random random, int most) {
    StringBuilder digits = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
