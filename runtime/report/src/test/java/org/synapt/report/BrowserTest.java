package org.synapt.report;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.Examples;

/** What a real browser makes of a page. */
@Tag("TrainingReport")
final class BrowserTest {
  @TempDir Path directory;

  private static int count(String dom, String pattern) {
    return (int) Pattern.compile(pattern).matcher(dom).results().count();
  }

  @Test
  void drawsCurvesGraphAndMatrix() throws IOException, InterruptedException {
    Chromium browser = Chromium.in(directory);
    Path page = directory.resolve("report.html");
    Examples examples = Trainings.examples(200);
    try (BlobsNetwork network = Trainings.network()) {
      Trainings.trainer(network)
          .epochs(3)
          .validationSplit(0.2)
          .callbacks(TrainingReport.to(page).title("Places").examples(examples))
          .fit(examples);
    }

    String dom = browser.dom(page);

    assertThat(dom).contains("<title>Places</title>");
    // Loss and accuracy have two curves each, the learning rate one.
    assertThat(count(dom, "<path class=\"curve s0\" d=\"M[^\"]*L[^\"]*L")).isEqualTo(3);
    assertThat(count(dom, "<path class=\"curve s1\" d=\"M[^\"]*L[^\"]*L")).isEqualTo(2);
    assertThat(count(dom, "<g class=\"node ")).isEqualTo(3);
    assertThat(count(dom, "<path class=\"edge\"")).isEqualTo(2);
    assertThat(count(dom, "<td class=\"cell\"")).isEqualTo(100);
    assertThat(dom).contains("dense(32), relu");
    assertThat(dom).contains("200 examples are right");
  }

  @Test
  void showsNamesAsTheyAreWhateverIsInThem() throws IOException, InterruptedException {
    Chromium browser = Chromium.in(directory);
    Path page = directory.resolve("report.html");
    Examples examples = Trainings.examples(100);
    String[] names = new String[10];
    for (int i = 0; i < names.length; i++) {
      names[i] = "</script><script>console.log(" + i + ")</script>";
    }
    try (BlobsNetwork network = Trainings.network()) {
      Trainings.trainer(network)
          .callbacks(
              TrainingReport.to(page)
                  .title("</title><img src=x onerror=console.log(1)> {{script}} $1 \u2028")
                  .classNames(names)
                  .examples(examples))
          .fit(examples);
    }

    String dom = browser.dom(page);

    assertThat(dom)
        .contains(
            "<h1 id=\"title\">&lt;/title&gt;&lt;img src=x onerror=console.log(1)&gt; {{script}}");
    assertThat(dom).contains("&lt;/script&gt;&lt;script&gt;console.log(9)&lt;/script&gt;");
    assertThat(count(dom, "<img")).isEqualTo(0);
  }

  @Test
  void showsATrainingThatHasJustBegun() throws IOException, InterruptedException {
    Chromium browser = Chromium.in(directory);
    Path page = directory.resolve("report.html");
    Path first = directory.resolve("first.html");
    Examples examples = Trainings.examples(40);
    try (BlobsNetwork network = Trainings.network()) {
      Trainings.trainer(network)
          .callbacks(TrainingReport.to(page), new CopyInFirstEpoch(page, first))
          .fit(examples);
    }

    assertThat(Files.exists(first)).isTrue();
    assertThat(browser.dom(first)).contains("No epoch has ended yet.");
  }
}
