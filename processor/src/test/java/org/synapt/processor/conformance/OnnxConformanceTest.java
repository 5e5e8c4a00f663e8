package org.synapt.processor.conformance;

import static com.google.common.truth.Truth.assertThat;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * ONNX's own tests, of onnx/onnx v1.22.0, from the declaration down to the numbers: each case that
 * a declaration can mean is declared, compiled, given its weights and run on the Java backend, both
 * to predict and as while training.
 *
 * <p>The cases lie in a folder {@code shared} beside the project, or at {@code -Dsynapt.shared}.
 * Those of the first file are single operators; the expected numbers of the second come from
 * PyTorch.
 */
@Tag("L2")
@Tag("L3")
@Tag("L6")
@Tag("L7")
@Tag("L8")
final class OnnxConformanceTest {
  private static final String OPERATORS = "onnx-node-goldens.json.gz";
  private static final String OF_PYTORCH = "onnx-pytorch-goldens.json.gz";

  private static final Map<String, Integer> REASONS =
      Map.ofEntries(
          entry("attention in half precision", 1),
          entry("attention whose queries share keys", 6),
          entry("attention whose scores are bounded", 6),
          entry("attention with masks of pairs, or with a past", 38),
          entry("copies along an axis", 5),
          entry("empty arrays", 13),
          entry("look-ups", 19),
          entry("margins of mode edge", 2),
          entry("margins of mode reflect", 3),
          entry("margins of mode wrap", 1),
          entry("one-hot codes of whole numbers", 4),
          entry("optimizers, which ONNX defines otherwise", 7),
          entry("peepholes", 1),
          entry("poolings with gaps", 6),
          entry("positions of extremes", 46),
          entry("products along an axis", 9),
          entry("random draws", 2),
          entry("resizing by parts of a whole", 9),
          entry("resizing of mode cubic that no layer has", 11),
          entry("resizing of mode linear that no layer has", 11),
          entry("resizing of mode nearest that no layer has", 3),
          entry("running sums", 9),
          entry("slices with steps", 1),
          entry("sums over a diagonal", 1),
          entry("the mask of a dropout", 5),
          entry("where a largest element is", 2),
          entry("whole numbers", 75));

  private static List<Case> cases(String file) throws IOException {
    Path path =
        Path.of(System.getProperty("synapt.shared", "../../shared"))
            .resolve("conformance")
            .resolve(file);
    assumeTrue(Files.exists(path), path + " is not there");
    return CaseFile.read(path);
  }

  @ParameterizedTest
  @CsvSource({OPERATORS + ", 466, 290", OF_PYTORCH + ", 108, 6"})
  void passesEveryCaseThatIsApplicable(
      String file, int applicable, int outOfScope, TestReporter reporter) throws IOException {
    Conformance conformance = new Conformance(cases(file));

    conformance.run();

    reporter.publishEntry(conformance.table());
    assertThat(conformance.failures()).isEmpty();
    assertThat(conformance.applicable()).isEqualTo(applicable);
    assertThat(conformance.passed()).isEqualTo(applicable);
    assertThat(conformance.outOfScope()).isEqualTo(outOfScope);
  }

  @Test
  void saysWhyTheOthersAreOutOfScope() throws IOException {
    List<Case> all = new ArrayList<>(cases(OPERATORS));
    all.addAll(cases(OF_PYTORCH));

    assertThat(new Conformance(all).reasons()).isEqualTo(REASONS);
  }

  @Test
  void noticesANumberThatIsWrong() throws IOException {
    List<Case> wrong = new ArrayList<>();
    for (Case it : cases(OF_PYTORCH)) {
      if (it.name().equals("test_Conv2d_groups")) {
        wrong.add(it);
        wrong.add(it.with("test_wrong", "3", 17, 1.001));
      }
    }
    Conformance conformance = new Conformance(wrong);

    conformance.run();

    assertThat(conformance.passed()).isEqualTo(1);
    assertThat(conformance.failures().keySet()).containsExactly("test_wrong");
    assertThat(conformance.failures().get("test_wrong")).contains("predicted[");
  }
}
