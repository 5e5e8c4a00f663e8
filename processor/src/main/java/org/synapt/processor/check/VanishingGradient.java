package org.synapt.processor.check;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * Hidden rows whose activations saturate, one on the other with no way around them.
 *
 * <p>A gradient that goes back through a row is multiplied by the slope of its activation. A
 * sigmoid's is 1/4 where it is steepest, a hard sigmoid's 1/6: three of them are told of. That of
 * tanh and softsign is 1 at the middle and falls to 0 on both sides: five of all these are told of.
 *
 * <p>Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
 * networks, 2010.
 */
final class VanishingGradient implements Check {
  /** How many times smaller the steepest slope is than 1. */
  private static final Map<String, Integer> FLATNESS =
      Map.of("SIGMOID", 4, "HARD_SIGMOID", 6, "TANH", 1, "SOFTSIGN", 1);

  private static final int MOST_FLAT = 2;
  private static final int MOST = 4;

  /** As many rows as a message names. */
  private static final int NAMED = 5;

  @Override
  public boolean needsAllRows() {
    return true;
  }

  @Override
  public void check(Model model, Problems problems) {
    Succession succession = new Succession(model);
    Map<String, List<Entry>> runs = new LinkedHashMap<>();
    for (Entry entry : model.entries()) {
      Optional<String> activation = Upstream.own(entry).filter(it -> !succession.isOutput(entry));
      if (activation.filter(it -> it.equals("LINEAR") || FLATNESS.containsKey(it)).isPresent()) {
        List<Entry> run = new ArrayList<>();
        succession.before(entry).map(before -> runs.remove(before.name())).ifPresent(run::addAll);
        if (FLATNESS.containsKey(activation.get()) && !learnsNothing(entry, run)) {
          run.add(entry);
        }
        runs.put(entry.name(), run);
      }
    }
    runs.values().forEach(run -> tell(run, problems));
  }

  /** Whether it is frozen and no gradient has to go on to rows in front of it. */
  private static boolean learnsNothing(Entry entry, List<Entry> before) {
    return before.isEmpty() && Upstream.isFrozen(entry);
  }

  /** Of a run through several bodies, what one of them does by itself is told there alone. */
  private static void tell(List<Entry> run, Problems problems) {
    Map<String, List<Entry>> bodies = new LinkedHashMap<>();
    for (Entry entry : run) {
      bodies.computeIfAbsent(Site.path(entry), path -> new ArrayList<>()).add(entry);
    }
    boolean told = false;
    for (List<Entry> rows : bodies.values()) {
      if (isTooMany(rows) && site(rows).isBody()) {
        report(rows, problems);
        told = true;
      }
    }
    if (!told && isTooMany(run)) {
      report(run, problems);
    }
  }

  private static boolean isTooMany(List<Entry> run) {
    return run.size() > MOST || run.stream().filter(it -> flatness(it) > 1).count() > MOST_FLAT;
  }

  private static Site site(List<Entry> run) {
    return Site.of(run, "activation", "value");
  }

  private static int flatness(Entry entry) {
    return FLATNESS.getOrDefault(activation(entry), 1);
  }

  private static String activation(Entry entry) {
    return Upstream.own(entry).orElseThrow();
  }

  private static void report(List<Entry> run, Problems problems) {
    Entry first = run.get(0);
    Site site = site(run);
    problems.add(
        Code.VanishingGradient,
        site.origin(first, Upstream.attribute(first)),
        "%s rows in a row saturate, %s: %s"
            .formatted(run.size(), names(run, site), consequence(run)),
        "use RELU with kernelInitializer = @Initialize(HE_NORMAL), or let an @Add lead around them"
            + " or a normalization stand between");
  }

  private static String names(List<Entry> run, Site site) {
    List<Entry> named = run.size() > NAMED ? run.subList(0, NAMED - 2) : run;
    String names = named.stream().map(entry -> name(entry, site)).collect(joining(", "));
    return run.size() > NAMED ? names + ", ..., " + name(run.get(run.size() - 1), site) : names;
  }

  private static String name(Entry entry, Site site) {
    return site.name(entry) + " (" + activation(entry).toLowerCase(Locale.ROOT) + ")";
  }

  private static String consequence(List<Entry> run) {
    double shrinkage = 1;
    for (Entry entry : run) {
      shrinkage *= flatness(entry);
    }
    if (shrinkage == 1) {
      return "a gradient fades on its way back through so many";
    }
    return shrinkage < 1e6
        ? String.format(
            Locale.ROOT, "their slopes let at most 1/%,.0f of a gradient pass", shrinkage)
        : "their slopes let less than a millionth of a gradient pass";
  }
}
