package org.synapt.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;

/** A source whose examples count by their class. */
final class WeighedSource implements Source {
  private final Source source;
  private final int[] outputs;
  private final ClassWeights[] weights;

  private WeighedSource(Source source, int[] outputs, ClassWeights[] weights) {
    this.source = source;
    this.outputs = outputs;
    this.weights = weights;
  }

  /**
   * Weighs classes.
   *
   * @param source what is weighed; its examples have no weights of their own
   * @param byOutput weights by class, by the output's name; an empty name for the only output
   * @throws IllegalArgumentException if there is no such output or class, or a weight is no number
   *     from 0 on
   */
  static Source of(Source source, Signature signature, Map<String, Map<Integer, Double>> byOutput) {
    int[] outputs = new int[byOutput.size()];
    ClassWeights[] weights = new ClassWeights[outputs.length];
    int at = 0;
    for (Map.Entry<String, Map<Integer, Double>> entry : byOutput.entrySet()) {
      outputs[at] = output(signature, entry.getKey());
      OutputSpec output = signature.outputs().get(outputs[at]);
      weights[at++] = ClassWeights.of(output, entry.getValue());
    }
    return at == 0 ? source : new WeighedSource(source, outputs, weights);
  }

  private static int output(Signature signature, String name) {
    List<String> names = new ArrayList<>();
    for (OutputSpec output : signature.outputs()) {
      names.add(output.name());
    }
    if (name.isEmpty() && names.size() == 1) {
      return 0;
    }
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          name.isEmpty()
              ? signature.name() + " has several outputs; say whose classes are weighed: " + names
              : signature.name() + " has no output " + name + " to weigh the classes of: " + names);
    }
    return names.indexOf(name);
  }

  @Override
  public int count() {
    return source.count();
  }

  @Override
  public Batches open(int epoch, long steps) {
    return new Weighed(source.open(epoch, steps));
  }

  @Override
  public void close() {
    source.close();
  }

  private final class Weighed implements Batches {
    private final Batches batches;

    Weighed(Batches batches) {
      this.batches = batches;
    }

    @Override
    public boolean next(Batch batch) {
      if (!batches.next(batch)) {
        return false;
      }
      for (int i = 0; i < weights.length; i++) {
        batch.weigh(outputs[i], weights[i]);
      }
      return true;
    }

    @Override
    public void close() {
      batches.close();
    }
  }
}
