package org.synapt.processor.model;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.model.Rows.apply;
import static org.synapt.processor.model.Rows.dense;
import static org.synapt.processor.model.Rows.input;
import static org.synapt.processor.model.Rows.layer;
import static org.synapt.processor.model.Rows.network;
import static org.synapt.processor.model.Rows.output;
import static org.synapt.processor.model.Rows.row;
import static org.synapt.processor.model.Rows.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Mentions;
import org.synapt.processor.shape.Shape;

final class ModelBuilderTest {
  private final Problems problems = new Problems();

  private Model build(Declaration declaration) {
    return ModelBuilder.build(declaration, problems);
  }

  private List<Code> codes() {
    return problems.all().stream().map(Problem::code).toList();
  }

  @Test
  void understandsAGraphRowByRow() {
    Model model =
        build(
            network(
                input("measures", 12),
                row("size", dense(32)),
                input("words", 300),
                row("tone", dense(32)),
                row("both", Mentions.of("Concatenate"), "size", "tone"),
                output(row("price", dense(1)))));

    assertThat(model.toString())
        .isEqualTo(
            """
            measures = input() [12]
            size = dense(32)(measures) [32]
            words = input() [300]
            tone = dense(32)(words) [32]
            both = concatenate(size, tone) [64]
            price = dense(1)(both) [1]
            """);
    assertThat(problems.all()).isEmpty();
    assertThat(model.isWhole()).isTrue();
  }

  @Test
  void givesTheApplicationsOfALayerOneOwner() {
    Model model =
        build(
            network(
                input("left", 8),
                input("right", 8),
                layer("encoder", dense(4)),
                apply("leftCode", "encoder", "left"),
                apply("rightCode", "encoder", "right"),
                output(row("apart", Mentions.of("Subtract"), "leftCode", "rightCode"))));

    assertThat(model.entry("leftCode").owner()).isEqualTo("encoder");
    assertThat(model.entry("rightCode").owner()).isEqualTo("encoder");
    assertThat(model.entry("rightCode").parameters())
        .isEqualTo(model.entry("leftCode").parameters());
  }

  @Test
  void countsCopiesFromZeroAndGivesTheLast() {
    Model model =
        build(
            network(
                input("x", 8),
                output(with(row("deep", dense(8)), Mentions.of("Repeat", "value", 3)))));

    assertThat(model.entries().stream().map(Entry::name))
        .containsExactly("x", "deep[0]", "deep[1]", "deep[2]")
        .inOrder();
    assertThat(model.outputs().get(0).name()).isEqualTo("deep");
    assertThat(model.outputs().get(0).entry()).isEqualTo("deep[2]");
    assertThat(model.entry("deep[1]").outer()).isEqualTo("deep");
  }

  @Test
  void knowsTheShapeOfATarget() {
    Model model = build(network(input("x", 3, 8), output(row("y", dense(2)))));

    assertThat(model.outputs().get(0).targetShape()).isEqualTo(Shape.of(3, 2));
  }

  @Test
  void leavesOutInSilenceWhatNeedsAWrongRow() {
    Model model =
        build(
            network(
                input("x", 8),
                row("a", dense(0)),
                row("b", dense(3)),
                output(row("c", Mentions.of("Add"), "b", "b"))));

    assertThat(codes()).containsExactly(Code.AttributeOutOfRange);
    assertThat(model.entries().stream().map(Entry::name)).containsExactly("x");
    assertThat(model.isWhole()).isFalse();
  }

  @Test
  void keepsUnusedRowsToItselfWhileOtherThingsAreWrong() {
    build(network(input("x", 8), row("lost", dense(3), "x"), output(row("y", dense(0), "x"))));

    assertThat(codes()).containsExactly(Code.AttributeOutOfRange);
  }

  @Test
  void countsALayerThatIsAppliedTwiceOnce() {
    build(
        network(
            input("left", 40_000),
            input("right", 40_000),
            layer("encoder", dense(40_000)),
            apply("leftCode", "encoder", "left"),
            apply("rightCode", "encoder", "right"),
            output(row("apart", Mentions.of("Subtract"), "leftCode", "rightCode"))));

    assertThat(codes()).isEmpty();
  }

  @Test
  void addsUpAllParameters() {
    build(network(input("x", 40_000), row("a", dense(40_000)), output(row("b", dense(40_000)))));

    assertThat(codes()).containsExactly(Code.NetworkTooLarge);
  }
}
