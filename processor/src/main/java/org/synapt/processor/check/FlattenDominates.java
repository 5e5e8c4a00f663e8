package org.synapt.processor.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.shape.Shape;

/**
 * A dense layer behind a flattened image that has nearly all parameters of a network.
 *
 * <p>It has a weight for every position, unit and channel, so that it learns each position for
 * itself, which convolutions were to spare. Reported for more than nine of ten parameters, and of a
 * million at least: below that there is little to save. The fully connected layers of AlexNet and
 * VGG, with six and seven of ten parameters in the first of them, are not told of.
 *
 * <p>Source: Lin, Chen and Yan, Network In Network, 2013, section 3.2.
 */
final class FlattenDominates implements Check {
  private static final double MOST = 0.9;
  private static final long MANY = 1_000_000;
  private static final int IMAGE_RANK = 3;
  private static final int VOLUME_RANK = 4;

  @Override
  public boolean needsAllRows() {
    return true;
  }

  @Override
  public void check(Model model, Problems problems) {
    long total = parameters(model);
    Set<Origin> told = new HashSet<>();
    for (Entry entry : model.entries()) {
      long own = parameters(entry);
      if (entry.layer().is("Dense") && own >= MANY && own > MOST * total) {
        flattened(model, entry)
            .filter(flat -> told.add(entry.layer().origin()))
            .ifPresent(flat -> report(model, entry, flat, total, problems));
      }
    }
  }

  private static long parameters(Entry entry) {
    return entry.parameters().stream().map(ParameterSpec::shape).mapToLong(Shape::size).sum();
  }

  private static long parameters(Model model) {
    Map<String, Long> owners = new HashMap<>();
    model.entries().forEach(entry -> owners.put(entry.owner(), parameters(entry)));
    return owners.values().stream().mapToLong(it -> it).sum();
  }

  /** The row that makes a vector of the image that a dense layer comes from. */
  private static Optional<Entry> flattened(Model model, Entry dense) {
    Entry at = model.entry(dense.operands().get(0));
    while (at.ofStep(at.shape()).rank() == 1 && Upstream.passesOn(at)) {
      Entry above = model.entry(at.operands().get(0));
      if (isFlattened(at, above)) {
        return Optional.of(at);
      }
      at = above;
    }
    return Optional.empty();
  }

  private static boolean isFlattened(Entry flat, Entry image) {
    Shape shape = flat.ofStep(image.shape());
    return shape.rank() >= IMAGE_RANK
        && shape.rank() <= VOLUME_RANK
        && shape.withoutLast().size() > 1
        && flat.ofStep(flat.shape()).size() == shape.size();
  }

  private static void report(Model model, Entry dense, Entry flat, long total, Problems problems) {
    Entry image = model.entry(flat.operands().get(0));
    long own = parameters(dense);
    problems.add(
        Code.FlattenDominates,
        dense.layer().origin(),
        String.format(
            Locale.ROOT,
            "%s %s → %s: %,d of %,d parameters, %d %%",
            flat.name(),
            flat.shape(),
            dense.name(),
            own,
            total,
            own * 100 / total),
        Upstream.computing(model, image).input() ? learn(image) : pool(dense, flat, image));
  }

  private static String learn(Entry image) {
    return ("let convolutions and poolings make little of %s first: patterns are small and"
            + " the same everywhere")
        .formatted(image.name());
  }

  private static String pool(Entry dense, Entry flat, Entry image) {
    int channels = image.shape().last();
    int axes = flat.ofStep(image.shape()).rank() - 1;
    long units = dense.layer().integer("units");
    return String.format(
        Locale.ROOT,
        "@GlobalAveragePooling%dD in place of %s leaves the %,d channels of %s %s, and %s"
            + " %,d parameters",
        axes,
        flat.name(),
        channels,
        image.name(),
        image.shape(),
        dense.name(),
        units * channels + (dense.layer().flag("useBias") ? units : 0));
  }
}
