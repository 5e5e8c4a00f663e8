package org.synapt.report;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.report.Page.Chart;
import org.synapt.report.Page.Series;
import org.synapt.report.Page.Setting;

final class HtmlPageTest {

  private static String data(String title, List<Chart> charts) throws IOException {
    Page page =
        new Page(
            title,
            "",
            Progress.State.FINISHED,
            List.of(),
            List.of(1, 2, 3),
            charts,
            List.of(),
            GraphDrawing.LONGEST,
            List.of(),
            List.of(),
            List.of(),
            List.of(new Setting("network", title)),
            "");
    String text = HtmlPage.text(page);
    return text.substring(text.indexOf("id=\"data\">"));
  }

  @Test
  void whatPeopleNamedCannotEndTheScriptThatHoldsIt() throws IOException {
    String data = data("</script><!--<b>&'\u2028", List.of());

    assertThat(data)
        .startsWith(
            "id=\"data\">{\"title\":\"\\u003c/script\\u003e\\u003c!--\\u003cb\\u003e\\u0026\\u0027"
                + "\\u2028\"");
  }

  @Test
  void numbersThatAreNoNumbersAreGaps() throws IOException {
    Series series = new Series("training", List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY));

    String data = data("x", List.of(new Chart("loss", true, List.of(series))));

    assertThat(data).contains("\"values\":[1.5,null,null]");
  }

  @Test
  void placesToFillAreFilledOnce() throws IOException {
    String data = data("{{d3}} {{data}} $0", List.of());

    assertThat(data).startsWith("id=\"data\">{\"title\":\"{{d3}} {{data}} $0\"");
    assertThat(data).contains("Mike Bostock");
    assertThat(data).contains("Permission to use, copy, modify");
  }
}
