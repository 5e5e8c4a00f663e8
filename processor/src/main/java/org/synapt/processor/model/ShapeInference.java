package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Layer;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.layer.Use;
import org.synapt.processor.shape.Shape;

/**
 * Asks every layer for the shape of its result, and expands blocks and repetitions on the way.
 *
 * <p>A row whose shape cannot be known has no entry, and so have, in silence, all that need it; of
 * those only what is wrong whatever that shape is gets told.
 *
 * <p>Problems: {@link Code#RepeatCount}, {@link Code#BlockChangesShape}, {@link
 * Code#LayerParametersDiffer}, {@link Code#NetworkTooLarge}, those of {@link Extents} and {@link
 * TimeDistribution}, and those of the layers.
 */
final class ShapeInference {

  /**
   * As many rows as the generated class can hold. A class file counts 65,535 constants and a row
   * needs about 20 of them; the deepest networks in the literature have some hundred rows.
   */
  static final int MOST_ENTRIES = 1_000;

  private final Blocks blocks;
  private final Problems problems;
  private final int batchSize;
  private final List<Entry> entries = new ArrayList<>();

  /** What is trained, by the name under which it goes. */
  private final Map<String, List<ParameterSpec>> owners = new HashMap<>();

  /** Layers that several rows apply and that are wrong themselves: told once. */
  private final Set<Mention> wrongLayers = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean toldFull;

  /**
   * An inference for one network or body.
   *
   * @param batchSize how many examples a batch has, as inputs state it; 0 if none does
   */
  ShapeInference(Blocks blocks, Problems problems, int batchSize) {
    this.blocks = blocks;
    this.problems = problems;
    this.batchSize = batchSize;
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * Infers the rows of a network or of a body.
   *
   * @param given what the inputs of a body stand for, in order; none for a network
   * @return what each row gives, by its name, as far as it can be known
   */
  Map<String, Result> infer(List<ResolvedRow> rows, List<Result> given, Scope scope) {
    Map<String, Result> results = new LinkedHashMap<>();
    int inputs = 0;
    for (ResolvedRow row : rows) {
      if (row.input() && scope.use().isPresent()) {
        results.put(row.name(), given.get(inputs++).as(row.name()));
      } else if (!row.row().layer()) {
        Optional<List<Result>> operands = operands(row, results);
        if (operands.isPresent()) {
          apply(row, operands.get(), scope)
              .ifPresent(result -> results.put(row.name(), result.as(row.name())));
        } else {
          Trials.ofAttributes(shape -> tryOut(row, results, shape, scope)).forEach(problems::add);
        }
      }
    }
    return results;
  }

  /** What is said of a row if operands whose shapes are not known had one. */
  private List<Problem> tryOut(
      ResolvedRow row, Map<String, Result> results, Shape shape, Scope scope) {
    List<Result> operands = new ArrayList<>();
    for (ResolvedRow.Link link : row.operands()) {
      String name = link.row().name();
      operands.add(results.getOrDefault(name, new Result(name, name, shape, name + " " + shape)));
    }
    Problems found = new Problems();
    Optional<Result> result =
        new ShapeInference(blocks, found, batchSize).apply(row, operands, scope);
    return result.isPresent() ? List.of() : found.all();
  }

  private static Optional<List<Result>> operands(ResolvedRow row, Map<String, Result> results) {
    List<Result> operands = new ArrayList<>();
    for (ResolvedRow.Link link : row.operands()) {
      if (!results.containsKey(link.row().name())) {
        return Optional.empty();
      }
      operands.add(results.get(link.row().name()));
    }
    return Optional.of(operands);
  }

  private Optional<Result> apply(ResolvedRow row, List<Result> operands, Scope scope) {
    Mention layer =
        Freezing.of(scope.substitute(row.owner().layer()), scope.frozen() || row.frozen());
    Application application =
        new Application(
            row,
            RecurrentSurroundings.of(layer, row.owner().row(), scope, batchSize),
            operands,
            scope,
            scope.path() + row.name(),
            scope.ownerPath() + row.owner().name(),
            scope.folded());
    return row.timeDistributed()
        .map(mark -> toEveryStep(application, mark))
        .orElseGet(() -> apply(application));
  }

  /** Applies a layer to every step of its operands. */
  private Optional<Result> toEveryStep(Application it, Mention mark) {
    TimeDistribution all = new TimeDistribution(it.row(), it.operands(), it.scope());
    return all.steps(problems)
        .flatMap(each -> apply(it.toSteps(each, all.extent())))
        .map(all::whole)
        .filter(whole -> isCountable(it, whole.shape(), mark));
  }

  private boolean isCountable(Application it, Shape whole, Mention mark) {
    if (it.folded().followedBy(whole).size() <= Integer.MAX_VALUE) {
      return true;
    }
    Problem problem =
        new Problem(
            Code.TooManyElements,
            mark.origin(),
            String.format(
                Locale.ROOT,
                "%s %s has %,d elements",
                it.row().name(),
                whole,
                it.folded().followedBy(whole).size()),
            String.format(
                Locale.ROOT,
                "stay below %,d elements, which is what an index counts",
                Integer.MAX_VALUE));
    problems.add(it.scope().atUse(problem, it.row().name()));
    return false;
  }

  private Optional<Result> apply(Application application) {
    Optional<Mention> repeat = application.row().repeat();
    return repeat.isPresent()
        ? repeat(application, application.scope().substitute(repeat.get()))
        : once(application);
  }

  private Optional<Result> repeat(Application application, Mention repeat) {
    int copies = repeat.integer("value");
    if (copies < 1) {
      tell(
          application,
          Code.RepeatCount,
          repeat,
          "%s is repeated %s times".formatted(application.row().name(), copies),
          "state at least 1");
      return Optional.empty();
    }
    Result x = application.operands().get(0);
    Result y = x;
    for (int i = 0; i < copies; i++) {
      Optional<Result> next = once(application.copy(i, y));
      if (next.isEmpty()) {
        return next;
      }
      y = next.get();
      if (copies > 1 && !y.shape().equals(x.shape())) {
        tell(
            application,
            Code.BlockChangesShape,
            repeat,
            "%s makes %s of %s, so that no second copy can follow"
                .formatted(application.row().name(), y.shape(), x.shape()),
            "repeat only what keeps its shape; a first row of its own may change it");
        return Optional.empty();
      }
    }
    return Optional.of(y);
  }

  private void tell(
      Application application, Code code, Mention repeat, String finding, String remedy) {
    Problem problem =
        new Problem(
            code,
            code == Code.RepeatCount ? repeat.origin("value") : repeat.origin(),
            finding,
            remedy);
    problems.add(application.scope().atUse(problem, application.row().name()));
  }

  private Optional<Result> once(Application it) {
    return it.layer().block().isPresent() ? block(it) : layer(it);
  }

  private Optional<Result> block(Application it) {
    Body body = blocks.body(it.layer().block().get());
    Scope inside = it.scope().inside(it, body);
    Map<String, Result> results = infer(body.rows(), it.operands(), inside);
    return Optional.ofNullable(results.get(body.result().name())).map(result -> it.result(result));
  }

  private Optional<Result> layer(Application it) {
    if (wrongLayers.contains(it.row().owner().layer()) || isFull(it)) {
      return Optional.empty();
    }
    Layer rule = blocks.rule(it.layer());
    Problems found = new Problems();
    Use use = it.use();
    Optional<Shape> shape =
        TimeDistribution.isSound(it, found) && Extents.areEnough(rule, use, found)
            ? rule.infer(use, found)
            : Optional.empty();
    tell(it, found);
    if (shape.isEmpty() || found.hasErrors()) {
      return Optional.empty();
    }
    List<ParameterSpec> parameters =
        Freezing.of(rule.parameters(it.layer(), use.shapes()), it.layer());
    if (!agrees(it, parameters)) {
      return Optional.empty();
    }
    entries.add(it.entry(rule, rule.settled(use), shape.get(), parameters));
    return Optional.of(it.result(shape.get()));
  }

  /** Whether there is no room for another entry, of which is told once. */
  private boolean isFull(Application it) {
    if (entries.size() < MOST_ENTRIES) {
      return false;
    }
    if (!toldFull) {
      toldFull = true;
      Problem problem =
          new Problem(
              Code.NetworkTooLarge,
              it.row().owner().layer().origin(),
              String.format(
                  Locale.ROOT,
                  "with all blocks and repetitions written out, %s is row %,d",
                  it.name(),
                  MOST_ENTRIES + 1),
              String.format(
                  Locale.ROOT, "stay within %,d rows, which a class file can hold", MOST_ENTRIES));
      problems.add(it.scope().atUse(problem, it.row().name()));
    }
    return true;
  }

  private void tell(Application it, Problems found) {
    for (Problem problem : found.all()) {
      if (!it.scope().told().contains(problem)) {
        problems.add(it.scope().atUse(problem, it.row().name()));
      }
      if (it.row().applied().isPresent()
          && it.layer().origin().annotation() == problem.origin().annotation()) {
        wrongLayers.add(it.row().owner().layer());
      }
    }
  }

  private boolean agrees(Application it, List<ParameterSpec> parameters) {
    List<ParameterSpec> first = owners.putIfAbsent(it.owner(), parameters);
    if (first == null || first.equals(parameters)) {
      return true;
    }
    Problem problem =
        new Problem(
            Code.LayerParametersDiffer,
            it.use().operands().get(0).origin(),
            "%s for %s needs %s, but %s has %s"
                .formatted(
                    it.row().name(),
                    it.use().operandText(),
                    text(parameters),
                    it.owner(),
                    text(first)),
            "apply a layer only to shapes for which its parameters have one shape");
    problems.add(it.scope().atUse(problem, it.row().name()));
    return false;
  }

  private static String text(List<ParameterSpec> parameters) {
    return String.join(", ", parameters.stream().map(it -> it.name() + " " + it.shape()).toList());
  }
}
