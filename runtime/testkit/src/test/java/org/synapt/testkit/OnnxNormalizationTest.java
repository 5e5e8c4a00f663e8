package org.synapt.testkit;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.LayerNormalization;

/**
 * The normalizations of the Java backend against ONNX's own test data: onnx/onnx v1.22.0,
 * backend/test/data/node, as JSON in a folder {@code shared} beside the project or at {@code
 * -Dsynapt.shared}. ONNX has channels second, and momentum and population variance as here.
 */
final class OnnxNormalizationTest {
  private static final Path FILE =
      Path.of(System.getProperty("synapt.shared", "../../../shared"))
          .resolve("conformance/onnx-node-goldens.json.gz");

  private static final Pattern CASE =
      Pattern.compile("\\{\"test\": ?\"(test_(?:batchnorm|layer_normalization)\\w*)\"");

  @TestFactory
  List<DynamicTest> agreesWithOnnx() throws IOException {
    assumeTrue(Files.exists(FILE), FILE + " is not there");
    List<DynamicTest> tests = new ArrayList<>();
    for (Case each : cases()) {
      boolean ofBatch = each.name.startsWith("test_batchnorm");
      tests.add(
          DynamicTest.dynamicTest(
              each.name, ofBatch ? () -> checkBatch(each) : () -> checkLayer(each)));
    }
    assertThat(tests.size()).isEqualTo(4 + 19);
    return tests;
  }

  private static List<Case> cases() throws IOException {
    String text;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FILE))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Case> cases = new ArrayList<>();
    Matcher matcher = CASE.matcher(text);
    while (matcher.find()) {
      int end = text.indexOf("{\"test\":", matcher.end());
      cases.add(new Case(matcher.group(1), text.substring(matcher.start(), end)));
    }
    return cases;
  }

  /** An array of a case. */
  private static final class Tensor {
    private final int[] shape;
    private final float[] floats;

    Tensor(int[] shape, float[] floats) {
      this.shape = shape;
      this.floats = floats;
    }

    int product(int from, int to) {
      return Arrays.stream(shape, from, to).reduce(1, Math::multiplyExact);
    }
  }

  /** One call of an operator, with what it is to give. */
  private static final class Case {
    private static final Pattern TENSOR =
        Pattern.compile(
            "\"(\\w+)\": ?\\{\"dtype\": ?\"float32\", ?\"shape\": ?\\[([^]]*)], ?\"data\": ?"
                + "([\\[\\]\\d.,eE+ -]+)}");

    final String name;
    private final String text;
    private final Map<String, Tensor> tensors = new HashMap<>();

    Case(String name, String text) {
      this.name = name;
      this.text = text;
      Matcher matcher = TENSOR.matcher(text);
      while (matcher.find()) {
        float[] floats = floats(matcher.group(3));
        int[] shape =
            Arrays.stream(matcher.group(2).split(", ?")).mapToInt(Integer::parseInt).toArray();
        tensors.put(matcher.group(1), new Tensor(shape, floats));
      }
    }

    private static float[] floats(String text) {
      String[] numbers = text.replaceAll("[\\[\\] ]", "").split(",");
      float[] floats = new float[numbers.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = Float.parseFloat(numbers[i]);
      }
      return floats;
    }

    Tensor tensor(String tensor) {
      return Optional.ofNullable(tensors.get(tensor)).orElseThrow();
    }

    float attribute(String attribute, double otherwise) {
      Matcher matcher = Pattern.compile("\"" + attribute + "\": ?([-\\d.eE]+)").matcher(text);
      return matcher.find() ? Float.parseFloat(matcher.group(1)) : (float) otherwise;
    }
  }

  private static void checkBatch(Case it) {
    Tensor x = it.tensor("x");
    int channels = x.shape[1];
    int positions = x.product(2, x.shape.length);
    boolean training = it.attribute("training_mode", 0) == 1;
    try (Backend backend = Backends.named("java")) {
      Buffer mean = buffer(backend, it.tensor("mean").floats);
      Buffer variance = buffer(backend, it.tensor("var").floats);
      Buffer y = backend.allocate(x.floats.length);
      backend
          .kernel(BatchNormalization.class)
          .orElseThrow()
          .forward(
              x.floats.length / channels,
              channels,
              training,
              it.attribute("momentum", 0.9),
              it.attribute("epsilon", 1e-5),
              buffer(backend, channelsLast(x.floats, channels, positions)),
              buffer(backend, it.tensor("s").floats),
              buffer(backend, it.tensor("bias").floats),
              mean,
              variance,
              backend.allocate(2 * channels),
              y);
      check("y", channelsLast(it.tensor("y").floats, channels, positions), y);
      if (training) {
        check("output_mean", it.tensor("output_mean").floats, mean);
        check("output_var", it.tensor("output_var").floats, variance);
      }
    }
  }

  private static float[] channelsLast(float[] x, int channels, int positions) {
    float[] turned = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      int example = i / (channels * positions);
      int channel = i / positions % channels;
      turned[(example * positions + i % positions) * channels + channel] = x[i];
    }
    return turned;
  }

  private static void checkLayer(Case it) {
    Tensor x = it.tensor("X");
    int axis = (int) it.attribute("axis", -1);
    int first = axis < 0 ? axis + x.shape.length : axis;
    int rows = x.product(0, first);
    try (Backend backend = Backends.named("java")) {
      Buffer y = backend.allocate(x.floats.length);
      backend
          .kernel(LayerNormalization.class)
          .orElseThrow()
          .forward(
              rows,
              x.floats.length / rows,
              it.attribute("epsilon", 1e-5),
              buffer(backend, x.floats),
              buffer(backend, it.tensor("W").floats),
              buffer(backend, it.tensor("B").floats),
              backend.allocate(2 * rows),
              y);
      check("Y", it.tensor("Y").floats, y);
    }
  }

  private static Buffer buffer(Backend backend, float... floats) {
    Buffer buffer = backend.allocate(floats.length);
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  private static void check(String what, float[] expected, Buffer actual) {
    float[] floats = new float[expected.length];
    actual.get(0, floats, 0, floats.length);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("%s[%s]", what, i)
          .that(floats[i])
          .isWithin(1e-6f + 1e-5f * Math.abs(expected[i]))
          .of(expected[i]);
    }
  }
}
