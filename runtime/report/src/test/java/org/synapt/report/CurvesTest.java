package org.synapt.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.persistence.Notes;
import org.synapt.report.Page.Chart;
import org.synapt.report.Page.Figure;
import org.synapt.report.Page.Series;

final class CurvesTest {

  private static Curves remembered() {
    Notes notes =
        new Notes()
            .put("epochs", 1, 2, 3)
            .put("log loss", 0.9, 0.7, 0.6)
            .put("log kind_acc", 0.5, 0.6, 0.7)
            .put("log val_loss", 0.8, 0.65, 0.75)
            .put("log val_kind_acc", 0.55, 0.6);
    Curves curves = new Curves();
    curves.resume(notes);
    return curves;
  }

  @Test
  void trainingAndValidationShareAChart() {
    List<Chart> charts = remembered().charts();

    assertThat(charts)
        .containsExactly(
            new Chart(
                "loss",
                true,
                List.of(
                    new Series("training", List.of(0.9, 0.7, 0.6)),
                    new Series("validation", List.of(0.8, 0.65, 0.75)))),
            new Chart(
                "kind_acc",
                false,
                List.of(
                    new Series("training", List.of(0.5, 0.6, 0.7)),
                    new Series("validation", List.of(0.55, 0.6, Double.NaN)))))
        .inOrder();
  }

  @Test
  void figuresAreOfValidationWhereThereIsOne() {
    assertThat(remembered().figures())
        .containsExactly(
            Figure.of("lowest val_loss", 0.65, "in epoch 2"),
            Figure.of("val_kind_acc", 0.6, "in epoch 2"))
        .inOrder();
  }

  @Test
  void isWrittenDownAndTakenUpAgain() {
    Notes notes = new Notes();
    remembered().save(notes);
    Curves again = new Curves();
    again.resume(notes);

    assertThat(again.epochs()).containsExactly(1, 2, 3).inOrder();
    assertThat(again.charts()).isEqualTo(remembered().charts());
  }
}
