package org.synapt.processor.gradient;

import static org.synapt.processor.gradient.GradientTableTest.line;

import java.util.List;
import org.synapt.processor.gradient.GradientTableTest.Line;

/** The part of the table that is about sequences. */
final class SequenceGradients {
  private SequenceGradients() {}

  /** The numbers of rows come from numbers by steps. */
  static List<Line> rowsOfTables() {
    return List.of(
        line(
            "gather",
            """
            i [b, 4] = step(z)(z [b, 4])
            y [b, 4, 2] = gather(w [3, 2], i)
            """),
        line(
            "gather twice from one table",
            """
            i [b, 4] = step(z)(z [b, 4])
            j [b, 4] = 2 - i(i)
            y [b, 4, 2] = gather(w [3, 2], i)
            u [b, 4, 2] = gather(w, j)
            v [b, 4, 2] = y * u(y, u)
            """),
        line(
            "gather of single numbers",
            """
            i [b] = step(z)(z [b])
            y [b, 3] = gather(w [2, 3], i)
            """));
  }

  static List<Line> steps() {
    return List.of(
        line("the first step", "y [b, 2] = step<0>(x [b, 3, 2])"),
        line("the last step", "y [b, 2] = step<-1>(x [b, 3, 2])"));
  }
}
