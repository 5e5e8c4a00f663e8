package org.synapt.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.synapt.processor.card.Card;
import org.synapt.processor.card.CardFormat;
import org.synapt.processor.check.Checks;
import org.synapt.processor.cost.BudgetCheck;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Companion;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.DeclarationReader;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.emission.CompanionWriter;
import org.synapt.processor.emission.Nd4jWriter;
import org.synapt.processor.emission.NetworkWriter;
import org.synapt.processor.emission.Source;
import org.synapt.processor.emission.Surroundings;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.model.GraphBuilder;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.ModelBuilder;
import org.synapt.processor.plan.Plan;

/** The whole compiler: one line for each room, in the order in which they are entered. */
final class Pipeline {
  private final DeclarationReader reader;
  private final Journey journey;
  private final Problems problems;
  private final Surroundings surroundings;

  /**
   * The compiler for one declaration.
   *
   * @param problems takes what is wrong with it
   * @param surroundings what stands around the class to be written
   */
  Pipeline(
      DeclarationReader reader, Journey journey, Problems problems, Surroundings surroundings) {
    this.reader = reader;
    this.journey = journey;
    this.problems = problems;
    this.surroundings = surroundings;
  }

  Declaration readNetwork(TypeElement type) {
    return journey.through("declaration", () -> reader.network(type, problems));
  }

  BlockDeclaration readBlock(TypeElement annotation) {
    return journey.through("declaration", () -> reader.block(annotation, problems));
  }

  /**
   * What is written of a network.
   *
   * @param sources its class, and what else is wanted beside it
   * @param card its card, if one is wanted
   */
  record Written(List<Source> sources, Optional<Card> card) {}

  /**
   * The network's class; empty if anything is wrong.
   *
   * @param format how the network's card is written, if it is wanted
   * @param nd4j whether an adapter for ND4J is wanted
   */
  Optional<Written> compile(Declaration declaration, Optional<CardFormat> format, boolean nd4j) {
    Model model = journey.through("model", () -> ModelBuilder.build(declaration, problems));
    journey.through("check", () -> check(model));
    return model.isWhole() && !problems.hasErrors() ? write(model, format, nd4j) : Optional.empty();
  }

  /** What is read of a block where it came in a jar; empty if anything is wrong. */
  Optional<Source> compile(BlockDeclaration block) {
    journey.through("model", () -> check(block));
    return block.complete() && !problems.hasErrors()
        ? Optional.of(journey.through("emission", () -> write(block)))
        : Optional.empty();
  }

  private Model check(Model model) {
    Checks.check(model, problems);
    return model;
  }

  private BlockDeclaration check(BlockDeclaration block) {
    ModelBuilder.check(block, problems);
    return block;
  }

  private Optional<Written> write(Model model, Optional<CardFormat> format, boolean nd4j) {
    Graph predicting = journey.through("graph", () -> GraphBuilder.predicting(model));
    Graph training = journey.through("graph", () -> GraphBuilder.training(model));
    if (!training.isCountable()) {
      reportSize(model.declaration());
      return Optional.empty();
    }
    TrainingGraph gradients = journey.through("gradient", () -> Differentiation.of(training));
    Plan prediction = journey.through("plan", () -> Plan.predicting(predicting));
    Plan plan = journey.through("plan", () -> Plan.training(gradients));
    if (!prediction.fits() || !plan.fits()) {
      reportSize(model.declaration());
      return Optional.empty();
    }
    Costs costs = journey.through("cost", () -> Costs.of(model, prediction, plan));
    BudgetCheck.check(model.declaration(), costs, Pipeline::costs, problems);
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    List<Source> sources = new ArrayList<>();
    sources.add(
        journey.through(
            "emission", () -> NetworkWriter.write(model, prediction, plan, costs, surroundings)));
    if (nd4j) {
      sources.add(
          journey.through(
              "emission", () -> Nd4jWriter.write(model, prediction, plan, surroundings)));
    }
    return Optional.of(
        new Written(
            sources, format.map(it -> journey.through("card", () -> Card.of(model, costs, it)))));
  }

  private void reportSize(Declaration declaration) {
    problems.add(
        Code.NetworkTooLarge,
        declaration.origin(),
        "training takes more values and gradients for an example than an index counts",
        String.format(
            Locale.ROOT, "stay below %,d: make the largest rows smaller", Integer.MAX_VALUE));
  }

  /** What a network would cost; empty if anything is wrong with it. */
  private static Optional<Costs> costs(Declaration declaration) {
    Problems found = new Problems();
    Model model = ModelBuilder.build(declaration, found);
    if (found.hasErrors() || !model.isWhole()) {
      return Optional.empty();
    }
    Plan prediction = Plan.predicting(GraphBuilder.predicting(model));
    Plan training = Plan.training(Differentiation.of(GraphBuilder.training(model)));
    return prediction.fits() && training.fits()
        ? Optional.of(Costs.of(model, prediction, training))
        : Optional.empty();
  }

  private Source write(BlockDeclaration block) {
    return CompanionWriter.write(
        block.packageName(),
        block.companionName(),
        String.join(".", block.nesting()),
        Companion.FIELD,
        Companion.text(block),
        surroundings);
  }
}
