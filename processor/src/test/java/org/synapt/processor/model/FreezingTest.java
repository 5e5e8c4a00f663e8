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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.Value;
import org.synapt.processor.layer.Mentions;

final class FreezingTest {
  private static final Mention FROZEN = Mentions.of("Trainable", "value", false);
  private static final Mention TWICE = Mentions.of("Repeat", "value", 2);
  private static final Mention FROZEN_DENSE = Mentions.of("Dense", "units", 8, "trainable", false);
  private static final Mention REGULARIZED =
      Mentions.of(
          "Dense",
          "units",
          8,
          "kernelRegularizer",
          Mentions.of("Regularize", "l2", 0.1),
          "kernelConstraint",
          Mentions.of("Constrain", "value", Mentions.constant("NON_NEG")));

  private final Problems problems = new Problems();

  private Model build(Row... rows) {
    Declaration declaration = network(rows);
    return ModelBuilder.build(declaration, problems);
  }

  private static List<String> trained(Model model) {
    return GraphBuilder.training(model).trained().stream().map(Value::name).toList();
  }

  /** A block of two layers, the second of which is frozen whatever is said of the block. */
  private static Mention block() {
    List<Row> body =
        List.of(row("x", Mentions.of("Input")), row("one", dense(8)), row("two", FROZEN_DENSE));
    return new Mention(
        "Pair",
        Map.of(),
        Optional.of(
            new BlockDeclaration("", List.of("Pair"), List.of(), body, true, Origin.NOWHERE)),
        Origin.NOWHERE);
  }

  @Test
  void aLayerIsFrozenThatSaysSo() {
    Model model = build(input("x", 8), row("a", FROZEN_DENSE), output(row("y", dense(1))));

    assertThat(trained(model)).containsExactly("y.weight", "y.bias").inOrder();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void everyCopyOfAFrozenRowIs() {
    Model model =
        build(
            input("x", 8),
            with(with(row("a", dense(8)), TWICE), FROZEN),
            output(row("y", dense(1))));

    assertThat(trained(model)).containsExactly("y.weight", "y.bias").inOrder();
  }

  @Test
  void allThatABlockIsMadeOfIsFrozenWithIt() {
    Model model = build(input("x", 8), with(row("a", block()), FROZEN), output(row("y", block())));

    assertThat(trained(model)).containsExactly("y.one.weight", "y.one.bias").inOrder();
  }

  @Test
  void whatIsFrozenInsideABlockStaysSo() {
    Mention trainable = Mentions.of("Trainable", "value", true);
    Model model = build(input("x", 8), output(with(row("y", block()), trainable)));

    assertThat(trained(model)).containsExactly("y.one.weight", "y.one.bias").inOrder();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aLayerThatSeveralRowsApplyIsFrozenForAll() {
    Model model =
        build(
            input("left", 8),
            input("right", 8),
            with(layer("encoder", dense(4)), FROZEN),
            apply("leftCode", "encoder", "left"),
            apply("rightCode", "encoder", "right"),
            output(row("apart", Mentions.of("Subtract"), "leftCode", "rightCode")));

    assertThat(trained(model)).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void whatIsFrozenIsNeitherRegularizedNorConstrained() {
    Model model = build(input("x", 8), with(output(row("y", REGULARIZED)), FROZEN));
    Graph graph = GraphBuilder.training(model);

    assertThat(graph.penalties()).isEmpty();
    assertThat(model.entry("y").parameters().get(0).constraint().isPresent()).isFalse();
  }

  @Test
  void theRowIsPenalizedAllTheSame() {
    Mention layer =
        Mentions.of(
            "Dense",
            "units",
            8,
            "trainable",
            false,
            "activityRegularizer",
            Mentions.of("Regularize", "l1", 0.1));
    Graph graph = GraphBuilder.training(build(input("x", 8), output(row("y", layer))));

    assertThat(graph.penalties().toString()).isEqualTo("[y.penalty]");
  }

  @Test
  void penaltiesAreNoneWhilePredicting() {
    Graph graph = GraphBuilder.predicting(build(input("x", 8), output(row("y", REGULARIZED))));

    assertThat(graph.penalties()).isEmpty();
    assertThat(graph.toString()).doesNotContain("penalty");
  }

  @Test
  void aSharedLayerIsPenalizedOnce() {
    Graph graph =
        GraphBuilder.training(
            build(
                input("left", 8),
                input("right", 8),
                layer("encoder", REGULARIZED),
                apply("leftCode", "encoder", "left"),
                apply("rightCode", "encoder", "right"),
                output(row("apart", Mentions.of("Subtract"), "leftCode", "rightCode"))));

    assertThat(graph.penalties().toString()).isEqualTo("[encoder.weight.penalty]");
  }

  @Test
  void warnsWhereThereIsNothingToTrain() {
    build(
        with(input("x", 8), FROZEN),
        layer("encoder", dense(4)),
        with(apply("code", "encoder", "x"), FROZEN),
        output(with(row("y", Mentions.of("Flatten")), FROZEN)));

    assertThat(problems.all().stream().map(it -> it.message()))
        .containsExactly(
            "[IdleAttribute] @Input has nothing to train\n    remove it",
            "[IdleAttribute] code applies a layer that exists already\n"
                + "    put @Trainable on the row that declares the layer",
            "[IdleAttribute] @Flatten has nothing to train\n    remove it")
        .inOrder();
  }
}
