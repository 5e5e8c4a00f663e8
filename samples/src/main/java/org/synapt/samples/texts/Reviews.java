package org.synapt.samples.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.synapt.data.LabelledTexts;
import org.synapt.data.TextFiles;

/** Sentences about films, each for or against. */
public final class Reviews {
  private static final List<String> SUBJECTS =
      List.of("the film", "this story", "its plot", "the acting", "the music", "the ending");
  private static final List<String> GOOD =
      List.of("clever", "moving", "funny", "brilliant", "charming", "fresh", "touching");
  private static final List<String> BAD =
      List.of("dull", "silly", "flat", "clumsy", "hollow", "tired", "painful");
  private static final List<String> DEGREES = List.of("", "very ", "quite ", "truly ", "rather ");
  private static final List<String> DENIALS = List.of("not ", "never ", "anything but ", "hardly ");

  private Reviews() {}

  /**
   * Reads rt-polarity.neg and rt-polarity.pos, a sentence a line. Source: Pang and Lee, Seeing
   * Stars, 2005, sentence polarity data set v1.0.
   */
  public static LabelledTexts read(Path folder) throws IOException {
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    byClass.put("against", TextFiles.lines(folder.resolve("rt-polarity.neg")));
    byClass.put("for", TextFiles.lines(folder.resolve("rt-polarity.pos")));
    return LabelledTexts.of(byClass);
  }

  /**
   * Makes sentences up. What is said after "but" counts, and a denial turns it round, so that the
   * words alone do not tell: they have to be read in their order.
   */
  public static LabelledTexts made(int ofEach, long seed) {
    Random random = new Random(seed);
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    byClass.put("against", sentences(ofEach, false, random));
    byClass.put("for", sentences(ofEach, true, random));
    return LabelledTexts.of(byClass);
  }

  private static List<String> sentences(int count, boolean praise, Random random) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(
          random.nextBoolean()
              ? clause(praise, random)
              : clause(!praise, random) + " , but " + clause(praise, random));
    }
    return sentences;
  }

  private static String clause(boolean praise, Random random) {
    boolean denied = random.nextInt(3) == 0;
    return one(SUBJECTS, random)
        + " is "
        + (denied ? one(DENIALS, random) : "")
        + one(DEGREES, random)
        + one(praise != denied ? GOOD : BAD, random);
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
