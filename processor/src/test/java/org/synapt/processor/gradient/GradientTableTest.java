package org.synapt.processor.gradient;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.processor.formula.Function;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.GraphText;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.ZeroPadding;

/** Every gradient rule, and what it meets in graphs, against central differences. */
public final class GradientTableTest {

  /**
   * One gradient to check.
   *
   * @param name what is special about it
   * @param graph as text; everything that nobody takes goes into the loss
   * @param low where the numbers begin that it is tried with
   * @param high where they end
   */
  record Line(String name, String graph, double low, double high) {

    Graph parsed() {
      return GradientCheck.weighted(GraphText.parse(graph));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The graphs of the table, for tests of what comes after. */
  public static Stream<Named<Graph>> graphsOfTheTable() {
    return table().map(line -> Named.of(line.name(), line.parsed()));
  }

  static Line line(String name, String graph) {
    return new Line(name, graph, -1.3, 1.3);
  }

  private static Line positive(String name, String graph) {
    return new Line(name, graph, 0.3, 1.7);
  }

  static Stream<Line> table() {
    return Stream.of(
            products(),
            elements(),
            moves(),
            classes(),
            normalizations(),
            AttentionGradients.weights(),
            SequenceGradients.rowsOfTables(),
            SequenceGradients.steps(),
            penalties(),
            ImageGradients.convolutions(),
            ImageGradients.pools(),
            ImageGradients.resizes(),
            ImageGradients.graphs(),
            graphs())
        .flatMap(List::stream);
  }

  private static List<Line> products() {
    return List.of(
        line("mult", "y [b, 2] = mult(x [b, 4], w [4, 2])"),
        line("mult of rank 3", "y [b, 3, 2] = mult(x [b, 3, 4], w [4, 2])"),
        line("mult of one column", "y [b, 1] = mult(x [b, 1], w [1, 1])"),
        line("multTransA", "y [4, 2] = multTransA(x [b, 4], z [b, 2])"),
        line("multTransA of rank 3", "y [4, 2] = multTransA(x [b, 3, 4], z [b, 3, 2])"),
        line("multTransB", "y [b, 2] = multTransB(x [b, 4], w [2, 4])"),
        line("multTransB of rank 3", "y [b, 3, 2] = multTransB(x [b, 3, 4], w [2, 4])"),
        line("batchMult", "y [b, 2, 3] = batchMult(x [b, 2, 4], z [b, 4, 3])"),
        line("batchMultTransA", "y [b, 2, 3] = batchMultTransA(x [b, 4, 2], z [b, 4, 3])"),
        line("batchMultTransB", "y [b, 2, 3] = batchMultTransB(x [b, 2, 4], z [b, 3, 4])"),
        line("batchMult of heads", "y [b, 5, 2, 3] = batchMult(x [b, 5, 2, 4], z [b, 5, 4, 3])"),
        line(
            "batchMultTransA of heads",
            "y [b, 5, 2, 3] = batchMultTransA(x [b, 5, 4, 2], z [b, 5, 4, 3])"),
        line(
            "batchMultTransB of heads",
            "y [b, 5, 2, 3] = batchMultTransB(x [b, 5, 2, 4], z [b, 5, 3, 4])"),
        line("batchMult by itself", "y [b, 2, 2] = batchMult(x [b, 2, 2], x)"),
        line("batchMultTransB by itself", "y [b, 2, 2] = batchMultTransB(x [b, 2, 3], x)"));
  }

  private static List<Line> elements() {
    return List.of(
        line("sum", "y [b, 3] = a + b(x [b, 3], z [b, 3])"),
        line("bias", "y [b, 3] = x + b(x [b, 3], w [3])"),
        line("bias first", "y [b, 3] = b - x(w [3], x [b, 3])"),
        line("bias of rank 3", "y [b, 2, 3] = x * b(x [b, 2, 3], w [3])"),
        line("slope of rank 2", "y [b, 2, 3] = x > 0 ? x : a * x(x [b, 2, 3], w [2, 3])"),
        line("two vectors", "y [b, 3] = x * a + b(x [b, 3], v [3], w [3])"),
        line("vector through a formula of its own", "y [b, 3] = x * exp(b)(x [b, 3], w [3])"),
        line("three values", "y [b, 3] = x * y + tanh(y * z)(p [b, 3], q [b, 3], r [b, 3])"),
        line(
            "four values",
            "y [b, 3] = x * y / (2 + z * w)(p [b, 3], q [b, 3], r [b, 3], s [b, 3])"),
        line("the same value twice", "y [b, 3] = p * sin(q)(x [b, 3], x)"),
        line("of each example", "y [b] = square(x)(x [b])"),
        line("variables called y and dy", "y [b, 3] = y * dy(p [b, 3], q [b, 3])"),
        line("relu through its result", "y [b, 3] = relu(x) via step(y)(x [b, 3])"),
        line("sigmoid through its result", "y [b, 3] = sigmoid(x) via y * (1 - y)(x [b, 3])"),
        line("tanh through its result", "y [b, 3] = tanh(x) via 1 - square(y)(x [b, 3])"),
        line("no slope at all", "y [b, 3] = sign(x)(x [b, 3])"),
        line("no slope in one operand", "y [b, 3] = step(x) * z(x [b, 3], z [b, 3])"),
        line("no slope in a vector", "y [b, 3] = sign(w) * x(w [3], x [b, 3])"),
        line("of parameters only", "v [3] = tanh(a)(w [3])\ny [b, 3] = x * v(x [b, 3], v)"));
  }

  private static List<Line> normalizations() {
    return List.of(
        line(
            "batchNormalization",
            """
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 3] = batchNormalization<0.9, 0.1, scale, center>(x [b, 3], m.frozen [3], v.frozen [3], y.saved, g [3], c [3])
            """),
        line(
            "batchNormalization of rank 3",
            """
            h [b, 2, 3] = sin(x)(x [b, 2, 3])
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 2, 3] = batchNormalization<0.9, 0.1, scale, center>(h, m.frozen [3], v.frozen [3], y.saved, g [3], c [3])
            """),
        line(
            "batchNormalization without shift",
            """
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 3] = batchNormalization<0.9, 0.1, scale>(x [b, 3], m.frozen [3], v.frozen [3], y.saved, g [3])
            """),
        line(
            "batchNormalization without scale",
            """
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 3] = batchNormalization<0.9, 0.1, center>(x [b, 3], m.frozen [3], v.frozen [3], y.saved, c [3])
            """),
        line(
            "batchNormalization with neither",
            """
            h [b, 3] = mult(x [b, 2], w [2, 3])
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 3] = batchNormalization<0.9, 0.1>(h, m.frozen [3], v.frozen [3], y.saved)
            """),
        line(
            "batchNormalization twice by the same",
            """
            h.saved [2, 3] = room<[2, 3]>()
            h [b, 3] = batchNormalization<0.9, 0.1, scale, center>(x [b, 3], m.frozen [3], v.frozen [3], h.saved, g [3], c [3])
            s [b, 3] = sin(x)(h)
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 3] = batchNormalization<0.9, 0.1, scale, center>(s, m.frozen, v.frozen, y.saved, g, c)
            """),
        line(
            "batchNormalization with a penalty",
            """
            g.penalty [] = penalty<0, 0.7>(g [3])
            y.saved [2, 3] = room<[2, 3]>()
            y [b, 3] = batchNormalization<0.9, 0.1, scale>(x [b, 3], m.frozen [3], v.frozen [3], y.saved, g)
            """),
        line(
            "layerNormalization",
            """
            y.saved [b, 2] = batchRoom<[2]>()
            y [b, 3] = layerNormalization<0.1, train, scale, center>(x [b, 3], y.saved, g [3], c [3])
            """),
        line(
            "layerNormalization of rank 3",
            """
            h [b, 2, 3] = sin(x)(x [b, 2, 3])
            y.saved [b, 2, 2] = batchRoom<[2, 2]>()
            y [b, 2, 3] = layerNormalization<0.1, train, scale, center>(h, y.saved, g [3], c [3])
            """),
        line(
            "layerNormalization with neither",
            """
            h [b, 3] = mult(x [b, 2], w [2, 3])
            y.saved [b, 2] = batchRoom<[2]>()
            y [b, 3] = layerNormalization<0.1, train>(h, y.saved)
            """));
  }

  private static List<Line> penalties() {
    return List.of(
        line(
            "penalty of a weight",
            """
            w.penalty [] = penalty<0.3, 0.7>(w [4, 2])
            y [b, 2] = mult(x [b, 4], w)
            """),
        line(
            "penalty of a weight that two use",
            """
            w.penalty [] = penalty<0, 0.7>(w [3, 3])
            y [b, 3] = mult(x [b, 3], w)
            z [b, 3] = mult(y, w)
            """),
        line(
            "penalty of a weight that is used before",
            """
            y [b, 2] = mult(x [b, 4], w [4, 2])
            w.penalty [] = penalty<0.3, 0>(w)
            """),
        line("penalty of a weight that nothing uses", "w.penalty [] = penalty<0.3, 0.7>(w [4, 2])"),
        line(
            "penalty of a slope",
            """
            a.penalty [] = penalty<0.3, 0.7>(a [2, 3])
            y [b, 2, 3] = x > 0 ? x : a * x(x [b, 2, 3], a)
            """),
        line(
            "penalty of a row",
            """
            h [b, 4] = tanh(x)(x [b, 4])
            h.penalty [] = penalty<0.3, 0.7>(h)
            y [b, 2] = mult(h, w [4, 2])
            """),
        line(
            "penalty of a row that nothing takes",
            "h [b, 4] = tanh(x)(x [b, 4])\nh.penalty [] = penalty<0.3, 0.7>(h)"),
        line(
            "frozen weight below a penalty of a row",
            """
            h [b, 4] = mult(x [b, 3], h.frozen [3, 4])
            h.penalty [] = penalty<0, 0.7>(h)
            y [b, 2] = mult(h, w [4, 2])
            """));
  }

  private static List<Line> moves() {
    return List.of(
        line("sum over the first axis", "y [b, 3] = sum<0>(x [b, 2, 3])"),
        line("sum over the last axis", "y [b, 2] = sum<1>(x [b, 2, 3])"),
        line("sum over a middle axis", "y [b, 2, 4] = sum<1>(x [b, 2, 3, 4])"),
        line("sum of a parameter", "v [2] = sum<1>(w [2, 3])\ny [b, 2] = x * v(x [b, 2], v)"),
        line("max over the first axis", "y [b, 3] = max<0>(x [b, 2, 3])"),
        line("max over the last axis", "y [b, 2] = max<1>(x [b, 2, 3])"),
        line("max over a middle axis", "y [b, 2, 4] = max<1>(x [b, 2, 3, 4])"),
        line("spread in front", "y [b, 3, 2] = spread<0, 3>(x [b, 2])"),
        line("spread behind", "y [b, 2, 3] = spread<1, 3>(x [b, 2])"),
        line("spread between", "y [b, 2, 3, 4] = spread<1, 3>(x [b, 2, 4])"),
        line("spread of one", "y [b, 3] = spread<0, 3>(x [b])"),
        line(
            "spread of a parameter",
            "v [2, 3] = spread<1, 3>(w [2])\ny [b, 2, 3] = x * v(x [b, 2, 3], v)"),
        line(
            "reshape, then spread of a parameter",
            """
            u [2] = reshape<[2]>(w [1, 2])
            v [2, 3] = spread<1, 3>(u)
            y [b, 4, 2, 3] = x * v(x [b, 4, 2, 3], v)
            """),
        line("reshape", "y [b, 3, 2] = reshape<[3, 2]>(x [b, 6])"),
        line("reshape to one", "y [b] = reshape<[]>(x [b, 1])"),
        line("permute", "y [b, 3, 2] = permute<[1, 0]>(x [b, 2, 3])"),
        line("permute in a circle", "y [b, 3, 4, 2] = permute<[1, 2, 0]>(x [b, 2, 3, 4])"),
        line("concatenate", "y [b, 5] = concatenate<0>(x [b, 2], z [b, 3])"),
        line("concatenate rows", "y [b, 3, 4] = concatenate<0>(x [b, 1, 4], z [b, 2, 4])"),
        line("concatenate columns", "y [b, 4, 3] = concatenate<1>(x [b, 4, 1], z [b, 4, 2])"),
        line(
            "concatenate three in the middle",
            "y [b, 2, 6, 2] = concatenate<1>(p [b, 2, 1, 2], q [b, 2, 2, 2], r [b, 2, 3, 2])"),
        line("concatenate with itself", "y [b, 4] = concatenate<0>(x [b, 2], x)"),
        line(
            "steps as examples",
            """
            s [b * 2, 3] = fold(x [b, 2, 3])
            t [b * 2, 4] = mult(s, w [3, 4])
            u [b * 2, 4] = sin(x + c)(t, c [4])
            y [b, 2, 4] = unfold(u)
            """),
        line(
            "steps of steps, beside what takes them whole",
            """
            s [b * 2, 3, 4] = fold(x [b, 2, 3, 4])
            t [b * 6, 4] = fold(s)
            u [b * 6, 4] = tanh(x)(t)
            v [b * 2, 3, 4] = unfold(u)
            z [b * 2, 4] = sum<0>(v)
            y [b, 2, 4] = unfold(z)
            q [b, 3, 4] = max<0>(x)
            """),
        line("noise", "m [b, 4] = randomNormal<0, 0.5, 1, [4]>()\ny [b, 4] = x + m(x [b, 4], m)"),
        line(
            "a mask and a shift",
            """
            y.room [b, 4] = batchRoom<[4]>()
            y.mask [b, 4] = alphaMask<0.5, 1, [4]>(y.room)
            y.shift [b, 4] = written(y.room, y.mask)
            y [b, 4] = x * m + s(x [b, 4], y.mask, y.shift)
            """),
        line("mask", "m [b, 4] = randomMask<0.5, 1, [4]>()\ny [b, 4] = x * m(x [b, 4], m)"));
  }

  private static List<Line> classes() {
    return List.of(
        line("softmax", "y [b, 3] = softmax(x [b, 3])"),
        line("softmax of rank 3", "y [b, 2, 3] = softmax(x [b, 2, 3])"),
        line("logSoftmax", "y [b, 3] = logSoftmax(x [b, 3])"),
        line("logSoftmax of rank 3", "y [b, 2, 3] = logSoftmax(x [b, 2, 3])"),
        line(
            "softmaxCrossEntropy",
            """
            p [b, 3] = softmax(z [b, 3])
            t [b, 3] = detach(x [b, 3])
            y [b] = softmaxCrossEntropy(z, p, t)
            """),
        line(
            "softmaxCrossEntropy of rank 3",
            """
            p [b, 2, 3] = softmax(z [b, 2, 3])
            t [b, 2, 3] = detach(x [b, 2, 3])
            y [b, 2] = softmaxCrossEntropy(z, p, t)
            """),
        line(
            "a value that gradients do not flow through",
            """
            t [b, 3] = square(x)(x [b, 3])
            aim [b, 3] = detach(t)
            y [b, 3] = square(p - t)(x, aim)
            """),
        positive("oneHot has none", "c [b, 2] = oneHot<2>(n [b])\ny [b, 2] = x * c(x [b, 2], c)"));
  }

  private static List<Line> graphs() {
    return List.of(
        line(
            "a parameter used twice", "y [b, 3] = mult(x [b, 3], w [3, 3])\nz [b, 3] = mult(y, w)"),
        line(
            "a parameter used three times",
            """
            p [b, 2] = mult(x [b, 3], w [3, 2])
            q [b, 2] = mult(z [b, 3], w)
            r [b, 3] = multTransB(q, w)
            """),
        line(
            "a bias used three times",
            """
            p [b, 2] = x + b(x [b, 2], w [2])
            q [b, 2] = tanh(x + b)(p, w)
            r [b, 2] = x * b(q, w)
            """),
        line(
            "a value used by several rows",
            """
            h [b, 3] = tanh(x)(x [b, 3])
            p [b, 2] = mult(h, v [3, 2])
            q [b, 3] = square(x)(h)
            r [b, 2] = softmax(p)
            s [b, 6] = concatenate<0>(h, q)
            """),
        line("an input used twice", "p [b, 3] = sin(x)(x [b, 3])\nq [b, 3] = x * p(x, p)"),
        line(
            "a residual",
            """
            h [b, 3] = mult(x [b, 3], w [3, 3])
            a [b, 3] = tanh(x)(h)
            s [b, 3] = a + b(a, x)
            t [b, 3] = a + b(s, h)
            """),
        positive(
            "a loss that an input does not reach",
            "m [b, 3] = oneHot<3>(n [b])\ny [b, 3] = x * m(w [3], m)"),
        line(
            "two losses",
            """
            h [b, 3] = mult(x [b, 2], w [2, 3])
            p [b, 3] = softmax(h)
            q [b, 3] = tanh(x)(h)
            """));
  }

  @ParameterizedTest
  @MethodSource("table")
  void agreesWithCentralDifferences(Line line) {
    GradientCheck.check(line.parsed(), 17, line.low(), line.high());
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionOfAFormulaAgreesWithCentralDifferences(Function function) {
    Line call = positive(function.toString(), "y [b, 4] = " + call(function));
    GradientCheck.check(call.parsed(), 18, call.low(), call.high());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LOG", "LOG1P", "SQRT", "POW"})
  void soItDoesBelowZero(Function function) {
    Line call = line(function.toString(), "y [b, 4] = " + call(function));
    GradientCheck.check(call.parsed(), 19, call.low(), call.high());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void randomNetworksAgreeWithCentralDifferences(long seed) {
    GradientCheck.check(RandomGraphs.training(seed), seed, -1, 1);
  }

  /** {@code pow(p, q)(p [b, 4], q [b, 4])}. */
  private static String call(Function function) {
    List<String> names = List.of("p", "q", "r").subList(0, function.parameters().size());
    return "%s(%s)(%s [b, 4])"
        .formatted(function, String.join(", ", names), String.join(" [b, 4], ", names));
  }

  /** But for recurrent ops, whose functions the text leaves out: layers are checked with those. */
  @Test
  void everyOpWithAGradientRuleIsInTheTable() {
    Set<String> tried = ops().map(op -> op.getClass().getName()).collect(toSet());
    Set<String> rules =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(Elementwise.class.getPackageName())
                .stream()
                .filter(type -> type.isAssignableTo(DifferentiableOp.class))
                .filter(type -> !type.isInterface())
                .map(JavaClass::getName)
                .collect(toSet());

    assertThat(rules.size()).isAtLeast(10);
    assertThat(rules.remove(Recurrent.class.getName())).isTrue();
    assertThat(tried).containsAtLeastElementsIn(rules);
  }

  @Test
  void soIsEveryKindOfAnOp() {
    Set<DifferentiableOp> tried = ops().collect(toSet());
    for (DifferentiableOp op : new HashSet<>(tried)) {
      if (op instanceof Enum<?>) {
        assertWithMessage("kinds of " + op.getClass())
            .that(tried)
            .containsAtLeastElementsIn(Arrays.asList(op.getClass().getEnumConstants()));
      }
    }
    assertThat(kinds(tried, Reduce.class, Reduce::kind))
        .containsExactlyElementsIn(Reduce.Kind.values());
    assertThat(kinds(tried, Convolution.class, Convolution::kind))
        .containsExactlyElementsIn(Convolution.Kind.values());
    assertThat(kinds(tried, ZeroPadding.class, ZeroPadding::kind))
        .containsExactlyElementsIn(ZeroPadding.Kind.values());
  }

  private static <T, K> Set<K> kinds(
      Set<DifferentiableOp> ops, Class<T> type, java.util.function.Function<T, K> kind) {
    return ops.stream().filter(type::isInstance).map(type::cast).map(kind).collect(toSet());
  }

  private static Stream<DifferentiableOp> ops() {
    return table()
        .flatMap(line -> GraphText.parse(line.graph()).equations().stream())
        .map(Equation::op)
        .filter(DifferentiableOp.class::isInstance)
        .map(DifferentiableOp.class::cast);
  }
}
