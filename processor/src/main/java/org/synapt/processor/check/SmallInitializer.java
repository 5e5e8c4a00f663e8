package org.synapt.processor.check;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.shape.Shape;

/**
 * Rows of relu that start so near to 0 that hardly anything passes them, and that a few unlucky
 * steps can make 0 for good.
 *
 * <p>A relu keeps the size of what it takes if its weights have a deviation of {@code √(2 / in)};
 * with another it shrinks by the ratio of the two. Only initializers whose numbers know nothing of
 * the layer can be that far off. Reported for rows in a row that shrink a signal to less than a
 * hundredth together.
 *
 * <p>Source: He et al., Delving Deep into Rectifiers, 2015, section 2.2.
 */
final class SmallInitializer implements Check {
  private static final Set<String> RELUS = Set.of("RELU", "RELU6", "LEAKY_RELU");
  private static final double TOO_SMALL = 0.01;

  /** What is left of the deviation of a normal that is cut at two of them. */
  private static final double TRUNCATED = 0.87962566103423978;

  @Override
  public boolean needsAllRows() {
    return true;
  }

  /**
   * Rows of relu, one on the other.
   *
   * @param dense those that start smaller than they should
   * @param share how much of a signal passes all of them
   * @param told whether they have been told of
   */
  private record Run(List<Entry> dense, double share, boolean told) {
    static final Run EMPTY = new Run(List.of(), 1, false);

    Run with(Entry entry, double ratio) {
      List<Entry> longer = new ArrayList<>(dense);
      if (ratio < 1) {
        longer.add(entry);
      }
      return new Run(longer, share * ratio, told);
    }
  }

  @Override
  public void check(Model model, Problems problems) {
    Succession succession = new Succession(model);
    Map<String, Run> runs = new HashMap<>();
    for (Entry entry : model.entries()) {
      Optional<Entry> dense =
          Upstream.own(entry).filter(RELUS::contains).flatMap(it -> dense(succession, entry));
      if (dense.isPresent() && !succession.isOutput(entry)) {
        Run before =
            succession
                .before(dense.get())
                .map(above -> runs.getOrDefault(above.name(), Run.EMPTY))
                .orElse(Run.EMPTY);
        ratio(model, dense.get())
            .ifPresent(
                ratio ->
                    runs.put(entry.name(), told(before.with(dense.get(), ratio), model, problems)));
      }
    }
  }

  /** The dense layer or convolution whose activation an entry is. */
  private static Optional<Entry> dense(Succession succession, Entry entry) {
    return weighs(entry)
        ? Optional.of(entry)
        : succession
            .before(entry)
            .filter(SmallInitializer::weighs)
            .filter(it -> it.layer().constant("activation").equals("LINEAR"));
  }

  private static boolean weighs(Entry entry) {
    return entry.layer().is("Dense") || Images.isPlainConvolution(entry);
  }

  /** How large the weights start, by what a relu wants; empty if the bias makes up for it. */
  private static OptionalDouble ratio(Model model, Entry dense) {
    Mention layer = dense.layer();
    if (layer.flag("useBias")
        && !layer.mention("biasInitializer").constant("value").equals("ZEROS")) {
      return OptionalDouble.empty();
    }
    double size = size(layer.mention("kernelInitializer"));
    boolean settled = size < 0 || Upstream.isFrozen(dense);
    return OptionalDouble.of(settled ? 1 : size / wanted(model, dense));
  }

  private static double wanted(Model model, Entry dense) {
    return Math.sqrt(2.0 / in(model, dense));
  }

  /** Of how many values a sum is: all channels of all that a convolution's window shows. */
  private static long in(Model model, Entry dense) {
    Shape operand = model.entry(dense.operands().get(0)).shape();
    return dense.layer().is("Dense") ? operand.last() : Images.window(dense, operand);
  }

  /** The root of the mean square of the weights; below 0 where the layer decides it. */
  private static double size(Mention initialize) {
    return switch (initialize.constant("value")) {
      case "ZEROS" -> 0;
      case "RANDOM_UNIFORM" -> {
        double low = initialize.decimal("low");
        double high = initialize.decimal("high");
        yield Math.sqrt((low * low + low * high + high * high) / 3);
      }
      case "RANDOM_NORMAL" -> Math.hypot(initialize.decimal("mean"), initialize.decimal("stddev"));
      case "TRUNCATED_NORMAL" ->
          Math.hypot(initialize.decimal("mean"), TRUNCATED * initialize.decimal("stddev"));
      default -> -1;
    };
  }

  private static Run told(Run run, Model model, Problems problems) {
    if (run.told() || run.share() >= TOO_SMALL) {
      return run;
    }
    Entry first = run.dense().get(0);
    problems.add(
        Code.SmallInitializer,
        first.layer().origin("kernelInitializer"),
        "%s %s so small that %s of a signal passes"
            .formatted(
                run.dense().stream().map(Entry::name).collect(joining(", ")),
                run.dense().size() == 1 ? "starts" : "start",
                run.share() == 0
                    ? "nothing"
                    : String.format(Locale.ROOT, "1/%,.0f", 1 / run.share())),
        String.format(
            Locale.ROOT,
            "use kernelInitializer = @Initialize(HE_NORMAL): of %,d values a relu wants weights of"
                + " about %.2g, those of %s are of about %.2g",
            in(model, first),
            wanted(model, first),
            first.name(),
            size(first.layer().mention("kernelInitializer"))));
    return new Run(run.dense(), run.share(), true);
  }
}
