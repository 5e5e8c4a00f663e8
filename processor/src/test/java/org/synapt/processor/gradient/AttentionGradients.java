package org.synapt.processor.gradient;

import static org.synapt.processor.gradient.GradientTableTest.line;

import java.util.List;
import org.synapt.processor.gradient.GradientTableTest.Line;

/** Lines of the table of gradients that are about attention; masks come from numbers by a step. */
final class AttentionGradients {
  private AttentionGradients() {}

  static List<Line> weights() {
    return List.of(
        line(
            "first rows of a parameter",
            """
            v [2, 3] = firstRows<2>(w [4, 3])
            y [b, 2, 3] = x + sin(b)(x [b, 2, 3], v)
            """),
        line("maskedSoftmax", "y [b, 2, 3] = maskedSoftmax<>(x [b, 2, 3])"),
        line("causal", "y [b, 4, 4] = maskedSoftmax<causal>(x [b, 4, 4])"),
        line("causal of more keys", "y [b, 2, 4] = maskedSoftmax<causal>(x [b, 2, 4])"),
        line("causal of more queries", "y [b, 4, 2] = maskedSoftmax<causal>(x [b, 4, 2])"),
        line(
            "keys that do not count",
            """
            m [b, 3] = step(z)(z [b, 3])
            y [b, 2, 3] = maskedSoftmax<keys>(x [b, 2, 3], m)
            """),
        line(
            "queries that do not count",
            """
            m [b, 2] = step(z)(z [b, 2])
            y [b, 2, 3] = maskedSoftmax<queries>(x [b, 2, 3], m)
            """),
        line(
            "causal heads, queries and keys",
            """
            q [b, 5] = step(z)(z [b, 5])
            k [b, 4] = step(w)(w [b, 4])
            y [b, 3, 5, 4] = maskedSoftmax<causal, queries, keys>(x [b, 3, 5, 4], q, k)
            """),
        line(
            "attention of two heads to itself",
            """
            q [b, 3, 4] = mult(x [b, 3, 5], w [5, 4])
            p [b, 3, 2, 2] = reshape<[3, 2, 2]>(q)
            h [b, 2, 3, 2] = permute<[1, 0, 2]>(p)
            s [b, 2, 3, 3] = batchMultTransB(h, h)
            a [b, 2, 3, 3] = maskedSoftmax<causal>(s)
            y [b, 2, 3, 2] = batchMult(a, h)
            """));
  }
}
