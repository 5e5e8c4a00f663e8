package org.synapt.processor.generated;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.synapt.annotations.Block;
import org.synapt.annotations.Network;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.declaration.DeclarationReader;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.model.GraphBuilder;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.ModelBuilder;
import org.synapt.processor.plan.Plan;

/** Keeps the graphs that the compiler makes of declarations, so that tests can interpret them. */
final class GraphCapture extends AbstractProcessor {
  private final Map<String, Graph> predicting = new HashMap<>();
  private final Map<String, Graph> training = new HashMap<>();
  private final Map<String, Costs> costs = new HashMap<>();
  private final Set<String> blocks = new HashSet<>();

  /** The graph that a declaration predicts with, by its qualified name. */
  Graph predicting(String declaration) {
    return predicting.get(declaration);
  }

  /** The graph that a declaration is trained with, by its qualified name. */
  Graph training(String declaration) {
    return training.get(declaration);
  }

  /** What a declaration costs, by its qualified name. */
  Costs costs(String declaration) {
    return costs.get(declaration);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getElementsAnnotatedWith(Block.class).forEach(block -> blocks.add(block.toString()));
    round.getElementsAnnotatedWith(Network.class).forEach(this::capture);
    return false;
  }

  private void capture(Element network) {
    DeclarationReader reader = new DeclarationReader(processingEnv.getElementUtils(), blocks);
    Problems problems = new Problems();
    Model model = ModelBuilder.build(reader.network((TypeElement) network, problems), problems);
    if (!problems.hasErrors()) {
      Graph predicts = GraphBuilder.predicting(model).verify();
      Graph trains = GraphBuilder.training(model).verify();
      predicting.put(network.toString(), predicts);
      training.put(network.toString(), trains);
      Plan plan = Plan.training(Differentiation.of(trains));
      costs.put(network.toString(), Costs.of(model, Plan.predicting(predicts), plan));
    }
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Network.class.getName(), Block.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }
}
